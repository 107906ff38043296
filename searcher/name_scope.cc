#include "searcher/name_scope.h"
#include "searcher/asked_query.h"

#include <algorithm>

#include "searcher/plan.h"
#include "searcher/query/parser.h"
#include "searcher/request.h"

namespace broadsheet {
namespace {

std::vector<WantedName> names_of(const std::vector<std::string>& clauses,
                                 const ArchiveSet& archives) {
  std::vector<WantedName> names;
  for (const auto& clause : clauses)
    for (auto& name : plan(parse_query(clause, {}), archives, {}).wanted.names)
      names.push_back(std::move(name));
  return names;
}

bool lies_in(const Entity& entity, const WantedName& outer) {
  return std::ranges::any_of(entity.inside, [&](const PlaceRef& place) {
    return outer.places.contains(place.id);
  });
}

}  // namespace

bool NameScope::holds(const Entity& name) const {
  if (std::ranges::any_of(
          with, [&](const auto& one) { return is_wanted(one, name); }))
    return false;
  return within.empty() || std::ranges::any_of(within, [&](const auto& outer) {
           return lies_in(name, outer);
         });
}

NameScope name_scope_of(const Arguments& arguments,
                        const ArchiveSet& archives) {
  return {names_of(name_clauses_of(arguments, "with"), archives),
          names_of(name_clauses_of(arguments, "within"), archives)};
}

}  // namespace broadsheet
