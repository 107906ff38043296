// Characters by what a terminal does with them, after ICU's properties.
#include "common/text/terminal.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstdint>

#include "common/text/utf8.h"

namespace broadsheet {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

UChar32 to_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

bool has(UChar32 c, UProperty property) {
  return u_hasBinaryProperty(c, property) != 0;
}

/// Has a joiner or a selector after `c` something to act on?
bool joins(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) != U_JT_NON_JOINING ||
         u_getIntPropertyValue(c, UCHAR_INDIC_SYLLABIC_CATEGORY) !=
             U_INSC_OTHER ||
         has(c, UCHAR_EXTENDED_PICTOGRAPHIC) || has(c, UCHAR_EMOJI_MODIFIER);
}

/// `before` is the visible character in front, 0 if there is none.
bool is_hidden(UChar32 c, UChar32 before) {
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return true;
    default:
      break;
  }
  if (has(c, UCHAR_PREPENDED_CONCATENATION_MARK)) return false;
  for (const auto property : {UCHAR_VARIATION_SELECTOR, UCHAR_JOIN_CONTROL}) {
    if (!has(c, property)) continue;
    return before == 0 || has(before, property) ||
           (property == UCHAR_JOIN_CONTROL && !joins(before));
  }
  return u_charType(c) == U_FORMAT_CHAR ||
         has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

std::string as_json(char32_t c) {
  const std::uint32_t code = c;
  if (code <= 0xFFFF) return fmt::format("\\u{:04x}", code);
  return fmt::format("\\u{:04x}\\u{:04x}", unsigned{U16_LEAD(code)},
                     unsigned{U16_TRAIL(code)});
}

std::string as_visible(char32_t c) {
  const std::uint32_t code = c;
  if (c == kSoftHyphen) return {};
  return c < 0x80 ? fmt::format("\\x{:02x}", code)
                  : fmt::format("<U+{:04X}>", code);
}

std::string invalid(char byte, Hidden how) {
  if (how != Hidden::kVisible) return "\uFFFD";
  return fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
}

bool plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// 0, 1 or 2.
std::size_t columns_of(UChar32 c) {
  if (c < 0x300) return 1;
  constexpr std::uint32_t kMarks = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_MASK(u_charType(c)) & kMarks) != 0) {
    return has(c, UCHAR_PREPENDED_CONCATENATION_MARK) ? 1 : 0;
  }
  // The vowels and final consonants of a Hangul syllable written in parts.
  if (c >= 0x1160 && c <= 0x11FF) return 0;
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

void each_shown(std::string_view text, Hidden how, const ShownSink& sink) {
  UChar32 before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const char32_t c = next_char(text, at);
    const auto bytes = text.substr(begin, at - begin);
    if (c == kReplacement && bytes.size() == 1) {
      sink(begin, invalid(bytes[0], how));
      before = 0;
    } else if (how == Hidden::kKeep || !is_hidden(to_icu(c), before)) {
      sink(begin, bytes);
      before = to_icu(c);
    } else {
      sink(begin, how == Hidden::kJson ? as_json(c) : as_visible(c));
      before = 0;
    }
  }
}

std::string shown(std::string_view text, Hidden how) {
  if (plain_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  each_shown(text, how,
             [&](std::size_t, std::string_view piece) { out += piece; });
  return out;
}

std::string shown_lines(std::string_view text, Hidden how) {
  std::string lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines += shown(text.substr(0, end), how);
    if (end == text.size()) break;
    lines += '\n';
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();)
    columns += columns_of(to_icu(next_char(text, at)));
  return columns;
}

std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto width = columns_of(to_icu(next_char(text, at)));
    if (width > columns) return begin;
    columns -= width;
  }
  return text.size();
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
  if (fitting_bytes(text, columns) == text.size()) return std::string(text);
  if (columns == 0) return {};
  return std::string(text.substr(0, fitting_bytes(text, columns - 1))) + "…";
}

}  // namespace broadsheet
