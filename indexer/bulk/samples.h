// Made-up documents that go to the borders of the format: what the loader is
// tried with before it is trusted.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/document.h"

namespace broadsheet::bulk {

struct SampleOptions {
  std::uint32_t seed = 1;
  std::size_t documents = 300;
  std::uint32_t max_gap = 30'000;  ///< between docids, now and then
};

struct Sample {
  std::uint32_t docid = 0;
  IndexDocument document;
};

/// Docids rise. The same for the same options, everywhere.
std::vector<Sample> make_samples(const SampleOptions& options);

}  // namespace broadsheet::bulk
