// Made-up documents that go to the borders of the format: what the loader is
// tried with before it is trusted.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/bulk/compressor.h"
#include "indexer/document.h"

namespace broadsheet::bulk {

struct SampleOptions {
  std::uint32_t seed = 1;
  std::size_t documents = 200;
  std::uint32_t first_docid = 1;
  std::uint32_t max_gap = 30'000;  ///< between docids, now and then
};

struct Sample {
  std::uint32_t docid = 0;
  IndexDocument document;
};

/// Docids rise. The same for the same options, everywhere.
std::vector<Sample> make_samples(const SampleOptions& options);

/// Segments of the samples, as `count` threads might write them; their paths,
/// which begin with `prefix`.
std::vector<std::string> write_segments(std::span<const Sample> samples,
                                        Compression compression,
                                        std::size_t count,
                                        const std::string& prefix);

}  // namespace broadsheet::bulk
