#include "common/index/names.h"
#include "searcher/names.h"
#include "searcher/plan/clauses.h"
#include "searcher/plan/patterns.h"

namespace broadsheet {
namespace {

using Xapian::Query;

/// The prefix of place ids.
std::string ids_of(const Field& field) {
  return field.name == "dateline" ? "XDI:" : "XLI:";
}

Query named(Planning& planning, const Node& node, WantedName& wanted) {
  const std::string ids = ids_of(*node.field);
  if (words_of(node.text).empty())
    planning.fail("no letter or digit in this name", node);
  if (node.field->name == "place") planning.add_name(node);
  const auto found = planning.is_literal(node)
                         ? NamedPlaces{words_of(node.text), {}}
                         : planning.places.named(ids, node.text);
  std::vector<Query> parts;
  if (!found.words.empty())
    parts.push_back(phrase_of(node.field->prefix, found.words));
  Expansion expansion{to_query(node), {}, false};
  for (const auto& place : found.places) {
    parts.push_back(unweighted(ids, place.id));
    wanted.places.insert(place_number(place.id));
    expansion.forms.emplace_back(place.label, place.stories);
  }
  wanted.words = found.words;
  planning.add_expansion(std::move(expansion));
  return parts.empty() ? Query::MatchNothing : any_of(parts);
}

Query numbered(const Node& node, WantedName& wanted) {
  const std::string id = node.text.substr(1);
  wanted.places.insert(place_number(id));
  return unweighted(ids_of(*node.field), id);
}

}  // namespace

Xapian::Query place_clause(Planning& planning, const Node& node) {
  if (is_pattern(node)) return name_pattern(planning, node);
  WantedName wanted{EntityKind::kPlace, {}, {}, {}, planning.new_term()};
  const auto query = node.text.starts_with('#') ? numbered(node, wanted)
                                                : named(planning, node, wanted);
  planning.plan.wanted.names.push_back(std::move(wanted));
  return query;
}

}  // namespace broadsheet
