// What a word weighs in a story.
#pragma once

#include <xapian.h>

#include <cmath>

namespace broadsheet {

/// BM25 (Robertson et al., "Okapi at TREC-3", 1995): k1 2, as there, so that
/// the third and fourth mention still count; b 0.5, Xapian's, since a long
/// story is as often one that says more as one that only speaks of more.
inline constexpr double kK1 = 2, kB = 0.5;

inline Xapian::BM25Weight weighting() {
  return {kK1, 0, 1, kB, 0.5};
}

/// How much a word tells that is in `stories` of `all`.
inline double rarity(double stories, double all) {
  return std::log((all - stories + 0.5) / (stories + 0.5));
}

/// What BM25 makes of so many mentions; `length` is that of the story by the
/// average one.
inline double saturated(double mentions, double length, double k1 = kK1) {
  return (k1 + 1) * mentions / (mentions + k1 * (1 - kB + kB * length));
}

}  // namespace broadsheet
