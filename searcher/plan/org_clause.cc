#include "common/index/names.h"
#include "searcher/names.h"
#include "searcher/plan/clauses.h"

namespace broadsheet {

std::optional<Xapian::Query> org_clause(Planning& planning, const Node& node) {
  if (!node.text.starts_with('#')) return text_clause(planning, node);
  const auto term = "XON:" + node.text.substr(1);
  if (!planning.database.term_exists(term)) return Xapian::Query::MatchNothing;
  planning.plan.wanted.phrases.emplace_back(
      name_words(entity_of(planning.database, term).name), planning.new_term());
  return unweighted(Xapian::Query(term));
}

}  // namespace broadsheet
