// Folding: the one form in which words and names are compared. Lower case,
// without diacritics, compatibility forms resolved; ß is ss, ø o, æ ae ...
// Marks that are letters of their script (Devanagari vowels ...) are kept.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

/// The folded form of ASCII letters and digits; zero for all other bytes.
inline constexpr auto kFoldedAscii = [] {
  std::array<char, 256> made{};
  for (char c = 'a'; c <= 'z'; ++c)
    made[static_cast<std::size_t>(c)] = made[static_cast<std::size_t>(c - 32)] =
        c;
  for (char c = '0'; c <= '9'; ++c) made[static_cast<std::size_t>(c)] = c;
  return made;
}();

/// Appends the folded form of one character (nothing for a mark).
void append_folded(std::string& to, char32_t c);

/// Every character folded, nothing else changed; idempotent. Invalid bytes
/// become U+FFFD.
std::string fold(std::string_view text);

/// A label or a name for comparison: folded, every run of what is neither
/// letter, digit nor mark made one space, apostrophes dropped, no space at
/// either end: "St. John's" is "st johns", "Côte-d’Ivoire" "cote divoire".
std::string fold_name(std::string_view text);

/// Straight, curly, and the two that Unicode counts as letters (the okina of
/// Hawaiʻi, the apostrophe of Ukrainian).
bool is_apostrophe(char32_t c);

/// Appends the lower-case form with diacritics kept; for stemmers.
void append_lower(std::string& to, char32_t c);

enum class CharClass : unsigned char {
  kOther,  ///< separates words
  kLetter,
  kDigit,
  kMark,       ///< belongs to the letter before it
  kIdeograph,  ///< a word by itself: Han, Kana, Hangul, Thai ...
};
CharClass class_beyond_ascii(char32_t c);  ///< of what is not ASCII
inline CharClass char_class(char32_t c) {
  if (c >= 0x80) return class_beyond_ascii(c);
  if (kFoldedAscii[c] == 0) return CharClass::kOther;
  return c <= '9' ? CharClass::kDigit : CharClass::kLetter;
}

}  // namespace broadsheet
