// Strings by number and numbers by string.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Numbers strings from 0 as they are first seen.
class StringTable {
 public:
  using Number = std::uint32_t;

  /// With room for so many.
  explicit StringTable(std::size_t strings = 0)
      : slots_(std::bit_ceil(std::max(kLeastSlots, strings + strings / 3))) {}

  /// Valid until a string is added.
  std::string_view operator[](Number number) const {
    const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
    return {bytes_.data() + begin, ends_[number] - begin};
  }
  std::size_t size() const { return ends_.size(); }
  /// Strings that there is room for.
  std::size_t room() const { return slots_.size() / 4 * 3; }

  /// Adds what it has not. All strings together are below 4 GB.
  Number number_of(std::string_view text) {
    return number_of(text, announce(text));
  }

  /// The text's digest64(), which number_of() wants. Fetches what that will
  /// look at, so that to announce some strings and then add them waits for
  /// memory less.
  std::uint64_t announce(std::string_view text) const;
  Number number_of(std::string_view text, std::uint64_t digest);
  /// Fetches the string that it will look at then, which is waited for a second
  /// time. What announce() fetched had better be there.
  void fetch(std::uint64_t digest) const {
    const Slot& slot = slots_[digest & (slots_.size() - 1)];
    __builtin_prefetch(bytes_.data() + slot.begin);
  }

  /// Nothing for a string that was not added.
  std::optional<Number> find(std::string_view text) const;

  /// Puts numbers in byte order of their strings.
  void sort(std::span<Number> numbers) const;

  /// Bytes held.
  std::size_t memory() const;

  /// Keeps memory for as many strings as there were.
  void clear();

 private:
  static constexpr std::size_t kLeastSlots = 1 << 10;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  ///< + 1; 0: free
    std::uint32_t begin = 0;   ///< of its string in bytes_
    std::uint32_t size = 0;
  };

  bool holds(const Slot& slot, std::string_view text) const {
    return text == std::string_view(bytes_.data() + slot.begin, slot.size);
  }
  const Slot& slot_of(std::string_view text, std::uint64_t digest) const;
  void grow();

  std::vector<Slot> slots_;  ///< open addressing; a power of two
  std::vector<std::uint32_t> ends_;
  std::string bytes_;
};

}  // namespace broadsheet
