// Walking over UTF-8 that may be broken.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/sixteen_bytes.h"

namespace broadsheet {

inline constexpr char32_t kReplacement = 0xFFFD;

/// next_char() of what is not ASCII.
char32_t wide_char(std::string_view text, std::size_t& at);

/// Decodes the character at `at` (< text.size()) and moves `at` behind it. A
/// byte that begins no valid character gives kReplacement and is one byte long
/// (surrogates and overlong forms are invalid).
inline char32_t next_char(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= 0x80) return wide_char(text, at);
  ++at;
  return lead;
}

/// Of ASCII.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Of ASCII.
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Of ASCII; all else stays.
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// How many bytes of a block run_size() judges at once.
inline constexpr std::size_t kRunBlock = 32;

/// run_size() of a block of them.
std::size_t block_run_size(const char* block, auto wanted) {
  std::array<unsigned char, kRunBlock> unwanted;
  for (std::size_t i = 0; i < kRunBlock; ++i)
    unwanted[i] = wanted(block + i) ? 0 : UINT8_MAX;
  const auto [first, second] =
      std::bit_cast<std::array<SixteenBytes, 2>>(unwanted);
  return static_cast<std::size_t>(
      std::countr_zero(bits_of(first) | bits_of(second) << sizeof first));
}

/// How many bytes from the beginning are such as `wanted(pointer)` wants.
/// Blocks of them are judged at once, some bytes twice, so it had better not
/// branch.
std::size_t run_size(std::string_view text, auto wanted) {
  std::size_t at = 0;
  if (text.size() < kRunBlock) {
    while (at < text.size() && wanted(text.data() + at)) ++at;
    return at;
  }
  for (const std::size_t last = text.size() - kRunBlock;; at += kRunBlock) {
    if (at > last) at = last;
    const std::size_t run = block_run_size(text.data() + at, wanted);
    if (run < kRunBlock || at == last) return at + run;
  }
}

/// How many bytes from the beginning are ASCII.
std::size_t ascii_size(std::string_view text);

/// Appends a Unicode scalar value; others become U+FFFD.
void append_utf8(std::string& to, char32_t c);

bool valid_utf8(std::string_view text);

/// The same text with each invalid byte replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

/// The greatest character border that is not above `at`.
std::size_t floor_char(std::string_view text, std::size_t at);

/// The text's first bytes, at most `size`, ending on a character border.
std::string_view head_of(std::string_view text, std::size_t size);

}  // namespace broadsheet
