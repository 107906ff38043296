#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/names.h"
#include "searcher/plan/clauses.h"
#include "searcher/plan/patterns.h"
#include "searcher/plan/targets.h"

namespace broadsheet {
namespace {

using Xapian::Query;

/// The terms that may stand at one place of NEAR or ADJ, and what must hold of
/// the story besides.
struct Operand {
  Terms terms;
  std::vector<Query> besides;
};

std::vector<Terms> places_of(Planning& planning, const Node& node,
                             const std::string& prefix) {
  return is_pattern(node) ? expanded(planning, node, prefix)
                          : places_for(prefix, words_of(node.text));
}

Operand near_words(Planning& planning, const Node& node) {
  Operand found;
  const unsigned term = planning.new_term();
  auto& wanted = planning.plan.wanted;
  std::vector<Query> whole;
  for (const auto& target : targets(node)) {
    auto places = places_of(planning, node, target.prefix);
    if (places.empty())
      planning.fail(fmt::format("'{}' holds no letter or digit", node.text),
                    node);
    if (places.size() > 1 && !is_pattern(node))
      wanted.phrases.emplace_back(words_of(node.text), term);
    else
      for (const auto& terms : places)
        for (const auto& form : terms)
          wanted.words.emplace(form.substr(target.prefix.size()), term);
    if (places.size() > 1) whole.push_back(phrase_of(places));
    std::ranges::move(places.back(), std::back_inserter(found.terms));
  }
  if (!whole.empty()) found.besides.push_back(any_of(whole));
  return found;
}

Operand near_person(Planning& planning, const Node& node) {
  auto [whole, terms] = person_clause(planning, node);
  if (!terms.empty()) return {std::move(terms), {}};
  return {{"XP:" + name_words(node.text).back()}, {whole}};
}

Operand operand(Planning& planning, const Node& node) {
  if (node.kind == NodeKind::kOr) {
    Operand all;
    for (const auto& child : node.children) {
      Operand one = operand(planning, child);
      if (!one.besides.empty())
        planning.fail(
            "a name of several words cannot stand in an OR beside NEAR", child,
            "write the NEAR once for each name");
      std::ranges::move(one.terms, std::back_inserter(all.terms));
    }
    return all;
  }
  const bool name = node.field != nullptr &&
                    node.field->kind == FieldKind::kPerson && !is_pattern(node);
  return name ? near_person(planning, node) : near_words(planning, node);
}

}  // namespace

Xapian::Query proximity_clause(Planning& planning, const Node& node,
                               Xapian::Query::op op) {
  using Xapian::Query;
  std::vector<Query> places, besides;
  for (const auto& child : node.children) {
    Operand found = operand(planning, child);
    if (found.terms.empty()) return Query::MatchNothing;
    places.push_back(any_of(found.terms));
    std::ranges::move(found.besides, std::back_inserter(besides));
  }
  const auto window = static_cast<Xapian::termcount>(
      node.distance + static_cast<int>(places.size()) - 1);
  Query query(op, places.begin(), places.end(), window);
  for (const auto& other : besides) query = Query(Query::OP_AND, query, other);
  return query;
}

}  // namespace broadsheet
