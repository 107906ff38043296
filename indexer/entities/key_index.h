// Numbers keys in the order in which they are first seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet {

/// An open table of hashes that is emptied without being touched, as each
/// story needs a new one.
class KeyIndex {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// The key's number; the next one if it is new.
  std::uint32_t add(std::uint64_t key) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place_of(key)];
    if (slot.round != round_) slot = {key, count_++, round_};
    return slot.number;
  }
  std::uint32_t find(std::uint64_t key) const {
    const Slot& slot = slots_[place_of(key)];
    return slot.round == round_ ? slot.number : kNone;
  }
  std::uint32_t size() const { return count_; }
  void clear() {
    count_ = 0;
    if (++round_ != 0) return;
    slots_.assign(slots_.size(), {});
    round_ = 1;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
    std::uint32_t round = 0;  ///< filled if it is the table's
  };

  // Where the key stands or would stand.
  std::size_t place_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].round == round_ && slots_[at].key != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.round == round_) slots_[place_of(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::uint32_t count_ = 0;
  std::uint32_t round_ = 1;
};

}  // namespace broadsheet
