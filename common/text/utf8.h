// Walking over UTF-8 that may be broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Decodes the character at `at` (< text.size()) and moves `at` behind it. A
/// byte that begins no valid character gives kReplacement and is one byte long
/// (surrogates and overlong forms are invalid).
char32_t next_char(std::string_view text, std::size_t& at);

/// Of ASCII.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// How many bytes from the beginning are such as `wanted(pointer)` wants.
/// Blocks of them are judged at once, so it had better not branch.
std::size_t run_size(std::string_view text, auto wanted) {
  constexpr std::size_t kBlock = 32;
  std::size_t at = 0;
  for (; text.size() - at >= kBlock; at += kBlock) {
    unsigned char unwanted = 0;
    const char* const block = text.data() + at;
    for (std::size_t i = 0; i < kBlock; ++i)
      unwanted |= static_cast<unsigned char>(wanted(block + i) ? 0 : 1);
    if (unwanted != 0) break;
  }
  while (at < text.size() && wanted(text.data() + at)) ++at;
  return at;
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
