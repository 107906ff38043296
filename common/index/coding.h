// Bytes of the stored record: numbers and strings in a fixed order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/cli/error.h"

namespace broadsheet {

inline constexpr std::size_t kMostNumberBytes = 10;

/// Seven bits a byte, low bits first, the top bit says that more follow.
class ByteWriter {
 public:
  /// With room for so many bytes.
  explicit ByteWriter(std::size_t room = 0) { bytes_.reserve(room); }

  void number(std::uint64_t value) {
    char bytes[kMostNumberBytes];
    std::size_t size = 0;
    for (; value >= 0x80; value >>= 7)
      bytes[size++] = static_cast<char>(value | 0x80);
    bytes[size++] = static_cast<char>(value);
    bytes_.append(bytes, size);
  }
  void string(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

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
