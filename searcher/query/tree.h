// The query as understood: what the parser makes and the planner reads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/fields.h"
#include "common/text/date.h"

namespace broadsheet {

enum class NodeKind {
  kAll,       ///< `*`: every story
  kWord,      ///< text: one typed word, as typed
  kPhrase,    ///< text: the words between quotes, as typed
  kWildcard,  ///< text with * and ?
  kFuzzy,     ///< text; distance 1 or 2
  kDate,      ///< from, to: inclusive days; either may be "no date" = open
  kUndated,   ///< date:none
  kHas,       ///< text: a field's name
  kNot,       ///< one child; itself only ever beside something in a kAnd
  kNear,      ///< children are leaves or OR of leaves; distance
  kAdj,
  kAnd,
  kOr,
};

/// A node without its children and its place.
struct Clause {
  NodeKind kind = NodeKind::kAll;
  /// Null for a bare word (headline or body); set on leaves only:
  /// field:(a OR b) hands it down. A kDate and a kUndated have one always.
  const Field* field = nullptr;
  bool literal = false;  ///< field:=text
  std::string text;
  int distance = 0;  ///< NEAR/n, ADJ/n, word~n
  Date from, to;     ///< kDate

  bool operator==(const Clause&) const = default;
};

/// A node of the tree. Trees may be as deep as memory allows: nothing here
/// recurses.
struct Node : Clause {
  std::size_t column = 0;  ///< byte offset into the typed query
  std::vector<Node> children;

  Node() = default;
  Node(const Node& other);
  Node(Node&&) noexcept = default;
  Node& operator=(const Node& other);
  Node& operator=(Node&&) noexcept = default;
  ~Node();

  /// The same but for columns.
  bool operator==(const Node& other) const;
};

enum class Match { kAuto, kAll, kAny };

/// A parsed query.
struct Query {
  std::string typed;
  Node root;
  /// How bare words beside each other were joined: kAll or kAny.
  Match match = Match::kAll;
  /// Would another --match join them otherwise?
  bool joins_words = false;
  /// What the reader should be told of how the query was understood.
  std::vector<std::string> notes;
};

/// One line, fully bracketed: `(and person:"blinken" "gaza strip" (not x))`.
std::string to_string(const Node& node);

/// The query written so that it can be typed back, under any --match and on
/// any day, and means the same: parse_query(to_query(root)).root == root.
std::string to_query(const Node& node);

}  // namespace broadsheet
