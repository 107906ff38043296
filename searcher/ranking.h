// Stories in order, by number.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace broadsheet {

struct Ranked {
  Xapian::docid story = 0;
  double score = 0;
};

/// Some of what a query finds, in order, and how many it finds.
struct Ranking {
  std::vector<Ranked> hits;
  std::size_t total = 0;
};

}  // namespace broadsheet
