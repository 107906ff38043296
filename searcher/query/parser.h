// From what was typed to the tree: the grammar of contract.md, section 3.
//
//   word  "a phrase"  sis*  wom?n  sisi~  sisi~2  *  field:value  ( ... )
//   NOT x and -x (not x)      binds most tightly
//   a NEAR/5 b, a ADJ/5 b     within 5 words; ADJ in this order. Alone: 10
//   a AND b, or just a b
//   a OR b                    binds least
//
// Operators are capitals. They are words where a query has several words and
// every letter outside operators is a capital too; bare words and phrases of
// such a query are taken in lower case, so that they can be typed back beside
// operators. A - excludes at the start of a word only. A value follows its
// colon without a space: a word, a quotation, or a group, whose words all get
// the field (an inner field:value keeps its own). := takes the value
// literally. Letters (or _) and a colon before anything but a space or "//"
// must be a field; 10:30 is a word, and "Cairo: 12 dead" is three. All double
// quotation marks are quotation marks; apostrophes never are. Punctuation by
// itself is left out. Labels and exact fields take words, quotations and a *
// at the end. field:* is has:field.
//
// Which words must occur. A bare word is a word, wildcard or fuzzy word with
// neither field nor NOT, outside parentheses, and no operand of NEAR or ADJ. If
// AND or OR stands outside parentheses, or the query has up to 4 bare words,
// all its parts must occur; with 5 or more bare words any of them will do: (and
// other parts... (or bare words...)). Phrases, fields, dates, groups and NOT
// always bind. --match all or any overrides the count only. Inside parentheses
// all must occur.
//
// What is only excluded is excluded from all stories: (and * (not x)), in
// every group: a kNot stands only in a kAnd with something that is none.
//
// NEAR and ADJ join words, wildcards, fuzzy words, names (a quoted person or
// place too) and OR groups of these. a NEAR/5 b NEAR/5 c is one node of three;
// other mixtures are refused.
//
// Dates. date:P is a period: 1987, 1987-03, 1987-03-26, today, yesterday, or
// from -7d (days; w, m, y alike) until today. date:P..Q is from P's first day
// to Q's last; either may be missing. after:P begins on the day after P and
// before:P ends on the day before it: after:1987 is from 1988-01-01 on.
// date:none is undated.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/cli/error.h"
#include "common/text/date.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// A query that cannot be understood. what() is three lines: what is wrong,
/// the query (a window of it if it is long; control characters made visible)
/// and a caret under the column.
class QueryError : public Error {
 public:
  /// `column` is a byte offset into the query, its end included.
  QueryError(const std::string& why, std::string_view query, std::size_t column,
             std::string hint = {});
  const std::string& why() const { return why_; }
  std::size_t column() const { return column_; }

 private:
  std::string why_;
  std::size_t column_;
};

/// What a query may hold, so that whatever reads its tree can rely on it.
inline constexpr std::size_t kMaxLeaves = 10'000;
inline constexpr std::size_t kMaxHeight = 1'000;  ///< levels of the tree

struct ParseOptions {
  Match match = Match::kAuto;
  Date today;  ///< what `today`, `yesterday`, `-7d` count from; default: today
};

/// Parses a whole query. Throws QueryError; never anything else, whatever the
/// bytes. Parsing does not recurse and takes linear time; parentheses may nest
/// as deeply as they like, if the tree (where needless ones leave no trace)
/// keeps the bounds above.
Query parse_query(std::string_view typed, const ParseOptions& options);

}  // namespace broadsheet
