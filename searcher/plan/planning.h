// What the rules of the clauses share while one query is planned.
#pragma once

#include <xapian.h>

#include <string>

#include "searcher/archive_set.h"
#include "searcher/lexicon.h"
#include "searcher/plan.h"
#include "searcher/query/tree.h"

namespace broadsheet {

class Planning {
 public:
  /// All three must outlive it.
  Planning(const std::string& query, const ArchiveSet& archives,
           const PlanOptions& chosen)
      : typed(query),
        database(archives.database),
        options(chosen),
        languages(archives.lexicon->languages),
        people(archives.lexicon->people),
        places(archives.lexicon->places) {}

  /// Throws a QueryError that points at the node.
  [[noreturn]] void fail(const std::string& why, const Node& node,
                         const std::string& hint = {}) const;

  /// Is the clause taken as it stands: no stems, aliases or hierarchy?
  bool is_literal(const Node& node) const {
    return options.exact || node.literal;
  }

  /// Headline and body expand the same clause: their forms join.
  void add_expansion(Expansion&& expansion);

  /// A clause whose untagged stories should be counted.
  void add_name(const Node& node);

  /// Clauses are numbered for what is marked.
  unsigned new_term() { return next_term_++; }

  const std::string& typed;
  const Xapian::Database& database;
  const PlanOptions& options;
  Languages& languages;
  PeopleNames& people;
  PlaceNames& places;
  Plan plan;
  /// Bare function words: marked only where nothing else is wanted.
  Wanted function_words;

 private:
  unsigned next_term_ = 0;
};

}  // namespace broadsheet
