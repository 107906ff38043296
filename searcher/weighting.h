// What a word weighs in a story.
#pragma once

#include <xapian.h>

namespace broadsheet {

/// BM25 (Robertson et al., "Okapi at TREC-3", 1995): k1 2, as there, so that
/// the third and fourth mention still count; b 0.5, Xapian's, since a long
/// story is as often one that says more as one that only speaks of more.
inline Xapian::BM25Weight weighting() {
  return {2, 0, 1, 0.5, 0.5};
}

}  // namespace broadsheet
