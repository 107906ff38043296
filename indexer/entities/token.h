// Cuts raw news text into words and sentences, keeping byte offsets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation };

enum class LetterCase : std::uint8_t {
  kNone,  ///< no letter that has a case
  kLower,
  kCapital,  ///< "Cairo"
  kMixed,    ///< "McCain", "al-Sissi", "Abdel-Fattah"
  kUpper,    ///< "CAIRO", "U.S.", "J."
};
inline constexpr std::size_t kLetterCases = 5;

struct TaggerToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kPunctuation;
  LetterCase letters = LetterCase::kNone;
  bool opens_sentence = false;
  /// After a dash, a colon or an opening quotation mark: an ordinary word may
  /// stand here with a capital.
  bool opens_clause = false;
  bool glued = false;  ///< no space before it

  std::uint32_t size() const { return end - begin; }
  std::string_view in(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

/// Words keep inner hyphens, apostrophes and the points of abbreviations
/// ("Abdel-Fattah", "N'Djamena", "U.S.", "Gen."); a final 's is a token of its
/// own. Any bytes will do; tokens rise, never overlap and begin and end on
/// character borders. `tokens` is cleared first. Linear in the text, which is
/// below 4 GiB.
void tokenize(std::string_view text, std::vector<TaggerToken>& tokens);

}  // namespace broadsheet
