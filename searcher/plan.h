// From the query tree to what Xapian runs, with an account of what each clause
// was taken to mean.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/archive_set.h"
#include "searcher/hits.h"
#include "searcher/marker.h"
#include "searcher/query/tree.h"

namespace broadsheet {

struct PlanOptions {
  bool exact = false;  ///< no stems, aliases or hierarchy
  /// A date clause also finds what only overlaps its period.
  bool loose_dates = false;
};

/// A query ready to run.
struct Plan {
  Xapian::Query query;
  /// What raises a story that the query finds, and finds none by itself; it is
  /// in the query already.
  std::vector<Xapian::Query> boosts;
  Wanted wanted;
  std::vector<Expansion> expansions;
  /// Clauses for which untagged stories should be counted: the words as text,
  /// and the clause as typed.
  struct Name {
    std::string clause;
    std::string words;
  };
  std::vector<Name> names;
  std::vector<std::string> notes;
  bool dated = false;  ///< there is a clause on the publication date
};

/// Throws QueryError for a clause that cannot be searched.
Plan plan(const Query& query, const ArchiveSet& archives,
          const PlanOptions& options);

}  // namespace broadsheet
