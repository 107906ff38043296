// Pseudo-relevance feedback (Robertson 1990): the first stories found say what
// the query is about, and are put in order anew by that.
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/ranking.h"
#include "searcher/telling_words.h"

namespace broadsheet {

/// So many of the first stories are raised by telling words at most.
inline constexpr std::size_t kMostRaised = 200;

/// The telling words of the first of these stories, which are in order; of near
/// copies one speaks for all.
std::vector<TellingWord> feedback(const Xapian::Database& database,
                                  std::span<const Ranked> found);

/// Adds to the scores what the words weigh in each story, and puts the stories
/// in order of that; equals stay as they are.
void raise(const Xapian::Database& database,
           const std::vector<TellingWord>& words, std::span<Ranked> stories);

}  // namespace broadsheet
