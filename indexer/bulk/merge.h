// Segments to a database: every table written once, front to back.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/version_file.h"

namespace broadsheet::bulk {

struct MergeOptions {
  /// A database whose documents come before those of the segments; empty: none.
  /// Nobody may write to it meanwhile.
  std::string old = {};
  /// The database's user metadata, beside and in place of the old one's; empty
  /// values are left out.
  std::map<std::string, std::string> metadata;
  /// Makes one more segment, the last, of values alone, and says its path; the
  /// tables that hold none are written meanwhile. Empty: there is none.
  std::function<std::string()> values = {};
  /// Documents to leave out.
  std::vector<std::uint32_t> dropped;
  std::uint32_t block_size = kDefaultBlockSize;
  std::size_t memory = 64 << 20;  ///< for reading segments, in all
  unsigned threads = 2;           ///< tables side by side
  Sync sync = Sync::kYes;
  /// Has the library check each table as soon as it is written, beside those
  /// that are still to be; throws Damaged.
  bool check = false;
};

/// Calls visit(docid, value) for the values of a slot, docids rising, that
/// merge_segments() would write. Throws Error.
void each_merged_value(
    std::span<const std::string> segments, const MergeOptions& options,
    unsigned slot,
    const std::function<void(std::uint32_t, std::string_view)>& visit);

/// Makes `directory`, which must exist and hold no database, a glass database
/// of the old one's documents and all the segments'. The tables are the same
/// bytes however the documents were spread over segments; only values given by
/// add_values() depend on the order of the paths. Segments stay as they are.
/// Throws Error; then there is no database.
Statistics merge_segments(std::span<const std::string> segments,
                          const std::string& directory,
                          const MergeOptions& options);

}  // namespace broadsheet::bulk
