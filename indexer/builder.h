// Builds a new generation: stories in, in their order, a database out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/story_maker.h"

namespace broadsheet {

struct BuilderOptions {
  unsigned jobs = 1;
  std::size_t memory = std::size_t{512} << 20;  ///< for buffers, in all
  std::string archive;                          ///< its name
  std::vector<std::string> segments = {};  ///< of checkpoint(), to go on from
};

/// Where segments lie in a generation that is being built.
inline constexpr const char* kSegmentsName = "segments";

/// A generation in the making. The database depends on the stories and their
/// docids alone, not on the kind of builder, the jobs or the memory.
class Builder {
 public:
  virtual ~Builder() = default;

  /// Docids rise from 1.
  virtual void add(std::uint32_t docid, Incoming&& story) = 0;
  /// Leaves out a story that was added.
  virtual void drop(std::uint32_t docid) = 0;
  /// Segments of all that was added, for another builder to go on from;
  /// nothing if this kind has none.
  virtual std::optional<std::vector<std::string>> checkpoint() { return {}; }
  /// Writes the database and has its tables checked; throws bulk::Damaged.
  virtual void finish(const std::map<std::string, std::string>& metadata) = 0;
};

/// Writes through Xapian's own API, in one thread.
std::unique_ptr<Builder> make_api_builder(
    const std::filesystem::path& generation, const Gazetteer& gazetteer,
    const BuilderOptions& options);

/// Makes documents in `jobs` threads, gathers them in segments below the
/// generation, where they stay, and merges those into tables written front to
/// back.
std::unique_ptr<Builder> make_bulk_builder(
    const std::filesystem::path& generation, const Gazetteer& gazetteer,
    const BuilderOptions& options);

}  // namespace broadsheet
