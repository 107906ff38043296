// Pseudo-relevance feedback (Robertson 1990): the first stories found say what
// the query is about.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/telling_words.h"

namespace broadsheet {

/// The telling words of the first stories that `asked` finds; of near copies
/// one speaks for all.
std::vector<TellingWord> feedback(const Xapian::Database& database,
                                  Xapian::Enquire asked);

/// The query, its stories raised by the words; there is one at least.
Xapian::Query raised(const Xapian::Query& query,
                     const std::vector<TellingWord>& words);

}  // namespace broadsheet
