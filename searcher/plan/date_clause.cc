#include "searcher/plan/clauses.h"

namespace broadsheet {
namespace {

using Xapian::Query;

Query added(const Node& node) {
  const std::string from = node.from ? compact(node.from) : "0";
  const std::string to = node.to ? compact(node.to) + "~" : "~";
  return unweighted(Query(Query::OP_VALUE_RANGE, kSlotAdded, from, to));
}

}  // namespace

Xapian::Query date_clause(Planning& planning, const Node& node) {
  using Xapian::Query;
  if (node.field != nullptr && node.field->slot == kSlotAdded)
    return added(node);
  const bool loose = planning.options.loose_dates;
  std::vector<Query> parts = {Query("XHAS:date")};
  if (node.from)
    parts.push_back({Query::OP_VALUE_GE, loose ? kSlotDateEnd : kSlotDateBegin,
                     compact(node.from)});
  if (node.to)
    parts.push_back({Query::OP_VALUE_LE, loose ? kSlotDateBegin : kSlotDateEnd,
                     compact(node.to)});
  planning.plan.dated = true;
  return unweighted(Query(Query::OP_AND, parts.begin(), parts.end()));
}

}  // namespace broadsheet
