// Cuts a typed query into words, quotations, brackets and operators.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class LexemeKind {
  kWord,      ///< anything up to a space, a quotation mark or a bracket
  kQuoted,    ///< text: between quotation marks
  kUnclosed,  ///< a quotation mark that is never closed
  kOpen,
  kClose,
  kExclude,  ///< the - of -word
  kField,    ///< text: the name before a colon; a value is glued behind it
  kNot,
  kNear,  ///< distance; 0 if what follows the / is no number up to 500
  kAdj,
  kAnd,
  kOr,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::kWord;
  std::string_view text;   ///< of the typed query; as typed
  std::size_t column = 0;  ///< byte offset into it
  bool glued = false;      ///< no space before it (but perhaps a bracket)
  bool literal = false;    ///< kField with := instead of :
  int distance = 0;
};

inline constexpr int kDefaultDistance = 10;  ///< NEAR and ADJ alone
inline constexpr int kMaxDistance = 500;

struct Lexemes {
  std::vector<Lexeme> list;
  /// There are several, and every letter outside operators is a capital (one
  /// at least): then operators are words.
  bool capitals = false;
  bool words_in_capitals = false;  ///< and some word is spelled as one
};

/// Any bytes; never throws for them. Controls, bidirectional marks and zero
/// width spaces separate words as spaces do. What holds neither letter, digit
/// nor * is punctuation and left out ("Johnson & Johnson", "Gaza - Rafah").
Lexemes lex(std::string_view typed);

/// "NEAR" for NEAR/5.
std::string_view operator_name(const Lexeme& lexeme);

/// Is there a letter or a digit in it, so that it can be searched for?
bool has_word(std::string_view text);

}  // namespace broadsheet
