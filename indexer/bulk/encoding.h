// How glass, Xapian's table format, writes numbers and strings.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace broadsheet::bulk {

inline constexpr std::size_t kLongestUint = 10;

/// Seven bits a byte, low bits first; the top bit says that more follows. Where
/// it ends.
inline char* put_uint(char* to, std::uint64_t n) {
  for (; n >= 0x80; n >>= 7) *to++ = static_cast<char>(n | 0x80);
  *to++ = static_cast<char>(n);
  return to;
}

/// Copies what it has of a T's bytes and more, up to those of two.
template <typename T>
void put_ends(char* to, std::string_view bytes) {
  T first, last;
  const std::size_t at = bytes.size() - sizeof(T);
  std::memcpy(&first, bytes.data(), sizeof(T));
  std::memcpy(&last, bytes.data() + at, sizeof(T));
  std::memcpy(to, &first, sizeof(T));
  std::memcpy(to + at, &last, sizeof(T));
}

/// Where they end. Most are a few: without a call.
inline char* put_bytes(char* to, std::string_view bytes) {
  const std::size_t size = bytes.size();
  if (size > 2 * sizeof(std::uint64_t))
    std::memcpy(to, bytes.data(), size);
  else if (size >= sizeof(std::uint64_t))
    put_ends<std::uint64_t>(to, bytes);
  else if (size >= sizeof(std::uint32_t))
    put_ends<std::uint32_t>(to, bytes);
  else if (size >= sizeof(std::uint16_t))
    put_ends<std::uint16_t>(to, bytes);
  else if (size == 1)
    *to = bytes.front();
  return to + size;
}

inline void append_uint(std::string& to, std::uint64_t n) {
  char bytes[kLongestUint];
  to.append(bytes, static_cast<std::size_t>(put_uint(bytes, n) - bytes));
}

/// Takes a number from the front of `from`; false if it is cut short.
inline bool take_uint(std::string_view& from, std::uint64_t& n) {
  if (!from.empty() && static_cast<unsigned char>(from.front()) < 0x80) {
    n = static_cast<unsigned char>(from.front());
    from.remove_prefix(1);
    return true;
  }
  n = 0;
  for (std::size_t i = 0; i < from.size() && i < kLongestUint; ++i) {
    const auto byte = static_cast<unsigned char>(from[i]);
    n |= std::uint64_t{byte & 0x7fu} << (7 * i);
    if (byte >= 0x80) continue;
    from.remove_prefix(i + 1);
    return true;
  }
  return false;
}

/// A number of at most kLongestUint bytes, all of which may be read.
inline std::uint64_t read_uint(const char*& from) {
  auto byte = static_cast<unsigned char>(*from++);
  std::uint64_t n = byte & 0x7fu;
  for (unsigned shift = 7; byte >= 0x80 && shift < 7 * kLongestUint;
       shift += 7) {
    byte = static_cast<unsigned char>(*from++);
    n |= std::uint64_t{byte & 0x7fu} << shift;
  }
  return n;
}

/// Little-endian, as many bytes as needed, none for 0: the end of a key only.
inline void append_last_uint(std::string& to, std::uint64_t n) {
  for (; n != 0; n >>= 8) to += static_cast<char>(n);
}

/// Big-endian in `size` bytes, up to eight. Where it ends.
inline char* put_fixed(char* to, std::uint64_t n, std::size_t size) {
  while (size-- > 0) *to++ = static_cast<char>(n >> (8 * size));
  return to;
}
inline void append_fixed(std::string& to, std::uint64_t n, std::size_t size) {
  char bytes[sizeof n];
  to.append(bytes, put_fixed(bytes, n, size));
}

inline std::uint64_t read_fixed(std::string_view bytes) {
  std::uint64_t n = 0;
  for (const char c : bytes) n = n << 8 | static_cast<unsigned char>(c);
  return n;
}

inline constexpr std::size_t kLongestSortable = 7;

/// Sorts as bytes the way the numbers, below 2^50, sort; never begins with
/// 0xff. Where it ends.
inline char* put_sortable(char* to, std::uint64_t n) {
  std::size_t size = 2;
  while (n >> (7 * size + 1) != 0) ++size;
  const std::uint64_t ones = (1u << (size - 2)) - 1;
  return put_fixed(to, n | ones << (7 * size + 2), size);
}
inline void append_sortable(std::string& to, std::uint64_t n) {
  char bytes[kLongestSortable];
  to.append(bytes, put_sortable(bytes, n));
}

/// Takes such a number from the front of `from`; false if it is cut short.
inline bool take_sortable(std::string_view& from, std::uint64_t& n) {
  if (from.empty()) return false;
  const auto size = static_cast<std::size_t>(
      2 + std::countl_one(static_cast<unsigned char>(from[0])));
  if (size > kLongestSortable || size > from.size()) return false;
  n = read_fixed(from.substr(0, size)) &
      ((std::uint64_t{1} << (7 * size + 1)) - 1);
  from.remove_prefix(size);
  return true;
}

/// Each zero byte doubled to 00 FF, so that keys sort as the strings do.
/// A key that goes on behind the string needs a closing zero.
inline void append_sortable(std::string& to, std::string_view text) {
  for (std::size_t zero; (zero = text.find('\0')) != text.npos;) {
    to += text.substr(0, zero + 1);
    to += '\xff';
    text.remove_prefix(zero + 1);
  }
  to += text;
}

/// How many bytes both begin with.
inline std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

/// Takes a string and the number of its bytes from the front of `from`; false
/// if it is cut short.
inline bool take_string(std::string_view& from, std::string_view& text) {
  std::uint64_t size = 0;
  if (!take_uint(from, size) || size > from.size()) return false;
  text = from.substr(0, size);
  from.remove_prefix(size);
  return true;
}

inline void append_string(std::string& to, std::string_view text) {
  append_uint(to, text.size());
  to += text;
}

inline void append_bool(std::string& to, bool b) {
  to += b ? '1' : '0';
}

}  // namespace broadsheet::bulk
