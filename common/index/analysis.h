// The analysis: how text becomes words, for stories and for queries alike.
//
//   al-Sissi      al, sissi          hyphens part words
//   company's     company            a possessive is no word of its own,
//   U.S.'s        u.s                nor behind an acronym
//   don't         dont               other apostrophes join ...
//   O'Connor      o, connor          ... but after one letter (l'eau) or "qu"
//   U.S.          u.s                letters parted by dots are one acronym
//   1,750  3.5    1750, 3.5          a number is one word
//   AT&T          at&t
//   北京          北, 京              ideographs are words by themselves, and
//                                    so are letters where no blank parts the
//                                    words or particles are written on to
//                                    them: kana, hangul, Thai, Lao, Khmer ...
//
// Words are folded (fold.h) and cut at kMaxWord bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/plain_run.h"

namespace broadsheet {

using Position = std::uint32_t;

inline constexpr Position kHeadlineStart = 1;
inline constexpr Position kBodyStart = 1001;
/// Zones start at multiples of this, and further apart than NEAR/n or ADJ/n
/// may reach.
inline constexpr Position kZoneGap = 1000;
inline constexpr Position kMaxNear = 500;
inline constexpr std::size_t kMaxWord = 64;

/// One word of a text. Its memory is used again for the next word.
class Token {
 public:
  std::size_t begin = 0;  ///< half-open bytes in the text; without a possessive
  std::size_t end = 0;
  Position position = 0;
  bool stemmable = false;  ///< letters only
  bool ideograph = false;  ///< one character of a text without blanks

  /// Folded. As lower(), valid until the token is another.
  std::string_view term() const { return is_short() ? short_.view() : term_; }
  /// Lower case, diacritics kept: what a stemmer wants.
  std::string_view lower() const { return is_short() ? short_.view() : lower_; }

  /// Is it of ASCII letters and digits alone, and few enough to leave a byte of
  /// short_form() free? Most are. Its lower() is its term().
  bool is_short() const { return short_.size != 0; }
  const PlainRun& short_form() const { return short_; }

 private:
  friend class Tokenizer;

  PlainRun short_;  ///< of size 0 where the word is in the strings
  std::string term_, lower_;
};

/// Yields the words of a text in order; a line end skips one position.
class Tokenizer {
 public:
  /// `text` must outlive the tokenizer. `turkic`: the small letter of I is
  /// dotless, for Token::lower().
  Tokenizer(std::string_view text, Position first, bool turkic = false);

  /// False at the end.
  bool next(Token& token);

 private:
  struct Char;
  Char peek(std::size_t at) const;
  bool skip_gap();
  bool take_short(Token& token);
  void take_any(Token& token);
  bool continues(Token& token, const Char& c);
  bool passes_possessive(const Char& c);
  bool joins_apostrophe(const Token& token, const Char& c);
  bool joins_dot(const Char& c);
  bool joins_comma(const Token& token, const Char& c);
  void append(Token& token, const Char& c);
  void append_plain(Token& token);
  void start(Token& token);

  std::string_view text_;
  bool turkic_;
  std::size_t at_ = 0;
  Position next_position_;
  bool any_ = false;  ///< a word was yielded: line ends skip from now on
  bool acronym_ = false;
  bool cut_ = false;         ///< the word is full: nothing more is written
  bool digits_ = false;      ///< the word so far: digits, dots and commas only
  std::size_t letters_ = 0;  ///< characters of the word so far
};

/// The folded words of a text.
std::vector<std::string> words_of(std::string_view text);

}  // namespace broadsheet
