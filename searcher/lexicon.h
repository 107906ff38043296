// What a snapshot's terms tell of its languages, people and places.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <utility>

#include "common/index/stems.h"
#include "searcher/names.h"
#include "searcher/people_names.h"
#include "searcher/plan/languages.h"

namespace broadsheet {

/// Read as it is asked for, and kept for the queries to come: one a snapshot,
/// one thread.
struct Lexicon {
  explicit Lexicon(Xapian::Database archives)
      : database(std::move(archives)),
        languages(languages_of(database)),
        people(database),
        places(database) {}

  Xapian::Database database;
  Languages languages;
  PeopleNames people;
  PlaceNames places;
  std::map<std::string, Stemmer> stemmers;  ///< by language, for what is marked
};

}  // namespace broadsheet
