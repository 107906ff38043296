#include "searcher/plan.h"

#include <fmt/format.h>

#include <optional>

#include "searcher/plan/clauses.h"
#include "searcher/plan/planning.h"
#include "searcher/plan/query_parts.h"

namespace broadsheet {
namespace {

using Xapian::Query;

constexpr int kDeepest = 1000;

/// Walks the tree. A rule yields nothing for a word without letter or digit:
/// it is left out.
class TreePlanner {
 public:
  explicit TreePlanner(Planning& planning) : planning_(planning) {}

  std::optional<Query> of(const Node& node, int depth) {
    if (depth > kDeepest)
      planning_.fail(fmt::format("nested more than {} levels deep", kDeepest),
                     node);
    switch (node.kind) {
      case NodeKind::kAll:
        return unweighted(Query::MatchAll);
      case NodeKind::kWord:
      case NodeKind::kPhrase:
      case NodeKind::kWildcard:
      case NodeKind::kFuzzy:
        return leaf(node);
      case NodeKind::kDate:
        return date_clause(planning_, node);
      case NodeKind::kUndated:
        return Query(Query::OP_AND_NOT, unweighted(Query::MatchAll),
                     Query("XHAS:date"));
      case NodeKind::kHas:
        return unweighted("XHAS:", node.text);
      case NodeKind::kNot:
        return negated(node, depth);
      case NodeKind::kNear:
        return proximity_clause(planning_, node, Query::OP_NEAR);
      case NodeKind::kAdj:
        return proximity_clause(planning_, node, Query::OP_PHRASE);
      case NodeKind::kAnd:
        return all_of(node, depth);
      case NodeKind::kOr:
        return some_of(node, depth);
    }
    return std::nullopt;
  }

 private:
  std::optional<Query> leaf(const Node& node) {
    if (node.field == nullptr) return text_clause(planning_, node);
    switch (node.field->kind) {
      case FieldKind::kText:
        return text_clause(planning_, node);
      case FieldKind::kWords:
        return node.field->name == "org" ? org_clause(planning_, node)
                                         : text_clause(planning_, node);
      case FieldKind::kPerson:
        return person_clause(planning_, node).whole;
      case FieldKind::kPlace:
        return place_clause(planning_, node);
      case FieldKind::kLabel:
      case FieldKind::kExact:
        return label_clause(planning_, node);
      case FieldKind::kDate:
        break;
    }
    planning_.fail(fmt::format("{}: wants a date", node.field->name), node,
                   "1987, 1987-03, 1987-03-01..1987-03-31, today, -7d, none");
  }

  std::optional<Query> negated(const Node& node, int depth) {
    // What is excluded is neither marked in the stories found nor raises them.
    auto& plan = planning_.plan;
    const Wanted wanted = plan.wanted;
    const auto boosts = plan.boosts.size();
    const auto inner = of(node.children.front(), depth + 1);
    plan.wanted = wanted;
    plan.boosts.resize(boosts);
    if (!inner) return std::nullopt;
    return Query(Query::OP_AND_NOT, unweighted(Query::MatchAll), *inner);
  }

  std::optional<Query> all_of(const Node& node, int depth) {
    std::optional<Query> query;
    for (const auto& child : node.children)
      if (const auto part = of(child, depth + 1))
        query = query ? Query(Query::OP_AND, *query, *part) : *part;
    return query;
  }

  std::optional<Query> some_of(const Node& node, int depth) {
    std::vector<Query> parts;
    for (const auto& child : node.children)
      if (const auto part = of(child, depth + 1)) parts.push_back(*part);
    if (parts.empty()) return std::nullopt;
    return any_of(parts);
  }

  Planning& planning_;
};

}  // namespace

Plan plan(const broadsheet::Query& query, const ArchiveSet& archives,
          const PlanOptions& options) {
  Planning planning(query.typed, archives, options);
  auto found = TreePlanner(planning).of(query.root, 0);
  if (!found)
    planning.fail("no letter or digit in it: nothing to search for",
                  query.root);
  auto& plan = planning.plan;
  if (plan.wanted == Wanted{}) plan.wanted = planning.function_words;
  plan.query = *found;
  if (!plan.boosts.empty())
    plan.query = {Xapian::Query::OP_AND_MAYBE, *found, any_of(plan.boosts)};
  return std::move(plan);
}

}  // namespace broadsheet
