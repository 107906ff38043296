#include "searcher/query/proximity.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/query/parser.h"

namespace broadsheet {
namespace {

bool has_positions(const Field* field) {
  return field == nullptr ||
         (field->kind != FieldKind::kLabel && field->kind != FieldKind::kExact);
}

bool is_name(const Field* field) {
  return field && (field->kind == FieldKind::kPerson ||
                   field->kind == FieldKind::kPlace);
}

/// May a leaf stand beside NEAR? A phrase may if it is a name or one word.
bool is_joinable(const Node& leaf) {
  switch (leaf.kind) {
    case NodeKind::kWord:
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
      return has_positions(leaf.field);
    case NodeKind::kPhrase:
      return is_name(leaf.field) ||
             (has_positions(leaf.field) &&
              leaf.text.find_first_of(" \t\r\n") == std::string::npos);
    default:
      return false;
  }
}

void check(const Joint& joint, const Node& side) {
  const Node* wrong = nullptr;
  if (side.kind == NodeKind::kOr) {
    const auto at = std::ranges::find_if_not(side.children, is_joinable);
    if (at != side.children.end()) wrong = &*at;
  } else if (!is_joinable(side)) {
    wrong = &side;
  }
  if (wrong == nullptr) return;
  if (wrong->kind == NodeKind::kPhrase && has_positions(wrong->field))
    throw QueryError(
        fmt::format("{} cannot join a phrase", joint.text), joint.query,
        wrong->column,
        "take its most telling word, or AND; a person or a place may be "
        "quoted: person:\"antony blinken\" NEAR gaza");
  throw QueryError(
      fmt::format("{} joins words, names and OR groups of them only",
                  joint.text),
      joint.query, wrong->column, "use AND here");
}

bool is_proximity(const Node& node) {
  return node.kind == NodeKind::kNear || node.kind == NodeKind::kAdj;
}

}  // namespace

Node join_near(const Joint& joint, NodeKind kind, int distance, Node left,
               bool grouped, Node right) {
  check(joint, right);
  if (is_proximity(left) && !grouped) {
    if (left.kind != kind || left.distance != distance)
      throw QueryError(
          fmt::format("{} cannot continue another distance or order",
                      joint.text),
          joint.query, joint.column, "write two: (a NEAR/3 b) AND (b ADJ/5 c)");
  } else {
    check(joint, left);
    Node whole;
    whole.kind = kind;
    whole.distance = distance;
    whole.column = left.column;
    whole.children.push_back(std::move(left));
    left = std::move(whole);
  }
  left.children.push_back(std::move(right));
  return left;
}

}  // namespace broadsheet
