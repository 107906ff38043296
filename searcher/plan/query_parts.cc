#include "searcher/plan/query_parts.h"

#include "common/index/fields.h"

namespace broadsheet {

using Xapian::Query;

Query any_of(const Terms& terms, Query::op op) {
  if (terms.size() == 1) return Query(terms.front());
  return Query(op, terms.begin(), terms.end());
}

Query any_of(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query unweighted(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

Query unweighted(std::string_view prefix, std::string_view value) {
  return unweighted(Query(label_term(prefix, value)));
}

Query phrase_of(const std::vector<Terms>& places) {
  std::vector<Query> parts;
  for (const auto& terms : places) {
    if (terms.empty()) return Query::MatchNothing;
    parts.push_back(any_of(terms));
  }
  if (parts.size() == 1) return parts.front();
  return Query(Query::OP_PHRASE, parts.begin(), parts.end(),
               static_cast<Xapian::termcount>(parts.size()));
}

Query phrase_of(std::string_view prefix, const Terms& words) {
  return phrase_of(places_for(prefix, words));
}

std::vector<Terms> places_for(std::string_view prefix, const Terms& words) {
  std::vector<Terms> places;
  for (const auto& word : words) places.push_back({std::string(prefix) + word});
  return places;
}

}  // namespace broadsheet
