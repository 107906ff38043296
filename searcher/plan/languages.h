// How the languages of an archive's stories bear on the words of a query.
#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/stems.h"

namespace broadsheet {

struct Languages {
  std::vector<Stemmer> stemmers;
  bool german = false;   ///< is one of them
  Xapian::Query others;  ///< stories in none of them; empty if there are none
};

/// The languages that are stemmed: those of a hundredth of the stories.
Languages languages_of(const Xapian::Database& database);

}  // namespace broadsheet
