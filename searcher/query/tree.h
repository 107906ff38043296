// The query as understood: what the parser makes and the planner reads.
#pragma once

#include <cstddef>
#include <memory>
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
  kNot,       ///< one child
  kNear,      ///< children are leaves or OR of leaves; distance
  kAdj,
  kAnd,
  kOr,
};

/// A node of the tree. `field` is null for a bare word (headline or body);
/// it is set on leaves only: field:(a OR b) hands it down.
struct Node {
  NodeKind kind = NodeKind::kAll;
  const Field* field = nullptr;
  bool literal = false;    ///< field:=text
  std::string text;
  int distance = 0;        ///< NEAR/n, ADJ/n, word~n
  Date from, to;           ///< kDate
  std::size_t column = 0;  ///< byte offset into the typed query
  std::vector<Node> children;

  Node() = default;
  Node(const Node&) = default;
  Node(Node&&) noexcept = default;
  Node& operator=(const Node&) = default;
  Node& operator=(Node&&) noexcept = default;
  /// Frees deep trees without recursion.
  ~Node();
};

enum class Match { kAuto, kAll, kAny };

/// A parsed query.
struct Query {
  std::string typed;
  Node root;
  /// How bare words beside each other were joined: kAll or kAny.
  Match match = Match::kAll;
};

/// One line, fully bracketed: `(and person:"blinken" "gaza strip" (not x))`.
std::string to_string(const Node& node);

/// The query written so that it can be typed back and means the same.
std::string to_query(const Node& node);

}  // namespace broadsheet
