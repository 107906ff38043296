#include "common/text/utf8.h"

#include <algorithm>

namespace broadsheet {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Length that a lead byte above ASCII announces; 0 for what leads nothing.
std::size_t announced_length(unsigned char lead) {
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool in_range(char32_t c, std::size_t length) {
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  return c >= kLeast[length] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

}  // namespace

char32_t wide_char(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = announced_length(lead);
  const std::size_t begin = at++;
  if (length == 0 || begin + length > text.size()) return kReplacement;
  char32_t c = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[begin + i])) return kReplacement;
    c = (c << 6) | (static_cast<unsigned char>(text[begin + i]) & 0x3Fu);
  }
  if (!in_range(c, length)) return kReplacement;
  at = begin + length;
  return c;
}

void append_utf8(std::string& to, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto tail = [&](int shift) {
    to += static_cast<char>(0x80 | ((c >> shift) & 0x3F));
  };
  if (c < 0x80) {
    to += static_cast<char>(c);
  } else if (c < 0x800) {
    to += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    to += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    to += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t ascii_size(std::string_view text) {
  return run_size(text, [](const char* byte) { return (*byte & 0x80) == 0; });
}

bool valid_utf8(std::string_view text) {
  for (std::size_t at = ascii_size(text); at < text.size();
       at += ascii_size(text.substr(at))) {
    const std::size_t begin = at;
    if (next_char(text, at) == kReplacement && at - begin == 1) return false;
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    append_utf8(valid, next_char(text, at));
  return valid;
}

std::size_t floor_char(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  constexpr std::size_t kMostBefore = 3;
  for (std::size_t back = 1; back <= std::min(at, kMostBefore); ++back) {
    if (!is_continuation(text[at - back + 1])) break;
    std::size_t end = at - back;
    next_char(text, end);
    if (end > at) return at - back;
  }
  return at;
}

std::string_view head_of(std::string_view text, std::size_t size) {
  return text.substr(0, floor_char(text, size));
}

}  // namespace broadsheet
