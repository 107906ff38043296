// Builds a new generation: stories in, in their order, a database out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "indexer/story_maker.h"

namespace broadsheet {

struct BuilderOptions {
  unsigned jobs = 1;
  std::size_t memory = std::size_t{512} << 20;  ///< for buffers, in all
  std::string archive;                          ///< its name
};

/// A generation in the making. The database depends on the stories and their
/// docids alone, not on the kind of builder, the jobs or the memory.
class Builder {
 public:
  virtual ~Builder() = default;

  /// Docids rise from 1.
  virtual void add(std::uint32_t docid, Incoming&& story) = 0;
  /// Leaves out a story that was added.
  virtual void drop(std::uint32_t docid) = 0;
  /// Writes the database, forced to disk.
  virtual void finish(const std::map<std::string, std::string>& metadata) = 0;
};

/// Writes through Xapian's own API, in one thread.
std::unique_ptr<Builder> make_api_builder(
    const std::filesystem::path& generation, const Gazetteer& gazetteer,
    const BuilderOptions& options);

/// Makes documents in `jobs` threads, gathers them in segments below the
/// generation and merges those into tables written front to back.
std::unique_ptr<Builder> make_bulk_builder(
    const std::filesystem::path& generation, const Gazetteer& gazetteer,
    const BuilderOptions& options);

}  // namespace broadsheet
