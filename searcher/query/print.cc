// A tree as text: for tests and explanations, and as a query again.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/fold.h"
#include "searcher/query/tree.h"

namespace broadsheet {
namespace {

/// The shortest way to type a period of days.
std::string period_text(const Date& from, const Date& to) {
  for (const Date& named :
       {Date::of(from.year), Date::of(from.year, from.month), from})
    if (from && named.first_day() == from && named.last_day() == to)
      return to_string(named);
  return to_string(from) + ".." + to_string(to);
}

std::string value_text(const Node& leaf) {
  switch (leaf.kind) {
    case NodeKind::kPhrase:
      return '"' + leaf.text + '"';
    case NodeKind::kFuzzy:
      return fmt::format("{}~{}", leaf.text, leaf.distance);
    case NodeKind::kDate:
      return period_text(leaf.from, leaf.to);
    case NodeKind::kUndated:
      return "none";
    case NodeKind::kAll:
      return "*";
    default:
      return leaf.text;
  }
}

std::string leaf_text(const Node& leaf) {
  if (leaf.kind == NodeKind::kHas) return "has:" + leaf.text;
  const auto value = value_text(leaf);
  if (leaf.field == nullptr) return value;
  const auto name = leaf.field->name;
  if (leaf.literal) return fmt::format("{}:={}", name, value);
  // What came in a group and would mean something else behind the colon.
  if (value.starts_with('=') || value.starts_with("//"))
    return fmt::format("{}:({})", name, value);
  return fmt::format("{}:{}", name, value);
}

/// The operator as a query has it; empty for a leaf.
std::string operator_text(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNot:
      return "NOT";
    case NodeKind::kNear:
      return fmt::format("NEAR/{}", node.distance);
    case NodeKind::kAdj:
      return fmt::format("ADJ/{}", node.distance);
    case NodeKind::kAnd:
      return "AND";
    case NodeKind::kOr:
      return "OR";
    default:
      return {};
  }
}

/// What is still to be written: a node, or where that is null a text.
struct Piece {
  const Node* node;
  std::string text;
};

/// Writes a tree without recursion: `open` gives the pieces of a node that is
/// no leaf, in order.
template <class Open>
std::string write(const Node& root, const Open& open) {
  std::string written;
  std::vector<Piece> pending = {{&root, {}}};
  while (!pending.empty()) {
    const Piece piece = std::move(pending.back());
    pending.pop_back();
    if (piece.node == nullptr) {
      written += piece.text;
    } else if (const auto name = operator_text(*piece.node); name.empty()) {
      written += leaf_text(*piece.node);
    } else {
      std::vector<Piece> pieces = open(*piece.node, name);
      std::move(pieces.rbegin(), pieces.rend(), std::back_inserter(pending));
    }
  }
  return written;
}

std::vector<Piece> bracketed(const Node& node, const std::string& name) {
  std::vector<Piece> pieces = {{nullptr, "(" + fold(name)}};
  for (const Node& child : node.children) {
    pieces.push_back({nullptr, " "});
    pieces.push_back({&child, {}});
  }
  pieces.push_back({nullptr, ")"});
  return pieces;
}

bool needs_brackets(const Node& child, const Node& parent) {
  switch (child.kind) {
    case NodeKind::kAnd:
    case NodeKind::kOr:
      return true;
    case NodeKind::kNear:
    case NodeKind::kAdj:
      return parent.kind != NodeKind::kAnd && parent.kind != NodeKind::kOr;
    default:
      return false;
  }
}

/// Every operator is written out: words that merely stand beside each other
/// would depend on --match.
std::vector<Piece> typed(const Node& node, const std::string& name) {
  std::vector<Piece> pieces;
  if (node.kind == NodeKind::kNot) pieces.push_back({nullptr, name + " "});
  for (const Node& child : node.children) {
    if (&child != &node.children.front())
      pieces.push_back({nullptr, " " + name + " "});
    const bool brackets = needs_brackets(child, node);
    if (brackets) pieces.push_back({nullptr, "("});
    pieces.push_back({&child, {}});
    if (brackets) pieces.push_back({nullptr, ")"});
  }
  return pieces;
}

}  // namespace

std::string to_string(const Node& node) {
  return write(node, bracketed);
}

std::string to_query(const Node& node) {
  return write(node, typed);
}

}  // namespace broadsheet
