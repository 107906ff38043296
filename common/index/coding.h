// Bytes of the stored record: numbers and strings in a fixed order.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "common/cli/error.h"

namespace broadsheet {

inline constexpr std::size_t kMostNumberBytes = 10;

/// Seven bits a byte, low bits first, the top bit says that more follow.
class ByteWriter {
 public:
  /// With room for so many bytes.
  explicit ByteWriter(std::size_t room = 0) : bytes_(room, '\0') {}

  void number(std::uint64_t value) {
    make_room(kMostNumberBytes);
    char* to = bytes_.data() + size_;
    for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
    *to++ = static_cast<char>(value);
    size_ = static_cast<std::size_t>(to - bytes_.data());
  }
  void string(std::string_view value) {
    number(value.size());
    make_room(value.size());
    size_ += value.copy(bytes_.data() + size_, value.size());
  }
  std::string take() {
    bytes_.resize(size_);
    return std::move(bytes_);
  }

 private:
  void make_room(std::size_t size) {
    if (bytes_.size() - size_ < size) grow(size);
  }
  [[gnu::noinline, gnu::cold]] void grow(std::size_t size) {
    bytes_.resize(2 * (size_ + size));
  }

  std::string bytes_;  ///< and room for more
  std::size_t size_ = 0;
};

/// Most significant byte first.
void append_big_endian(std::string& bytes, std::unsigned_integral auto number) {
  char digits[sizeof number];
#pragma GCC unroll 8
  for (std::size_t i = 0; i < sizeof number; ++i)
    digits[i] = static_cast<char>(number >> 8 * (sizeof number - 1 - i));
  bytes.append(digits, sizeof number);
}

/// Reads what ByteWriter wrote; throws Error where the bytes end too soon.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    throw Error("damaged record: a number without end");
  }
  std::string string() { return std::string(view()); }
  std::string_view view() { return take(number()); }
  std::string_view rest() const { return bytes_; }
  bool done() const { return bytes_.empty(); }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > bytes_.size()) throw Error("damaged record: cut short");
    const auto taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::string_view bytes_;
};

}  // namespace broadsheet
