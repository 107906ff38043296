// iamglass: the file that makes a directory of tables a database.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bulk/btree_writer.h"

namespace broadsheet::bulk {

/// The one glass format this loader knows, dated as its version file dates it.
inline constexpr std::string_view kFormatDate = "2016-03-14";

/// The tables of a database, in the version file's order.
enum TableKind {
  kPostlist,
  kDocdata,
  kTermlist,
  kPosition,
  kSpelling,
  kSynonym
};
inline constexpr std::size_t kTables = 6;

struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t shortest = 0;  ///< document length that is not 0; 0 if none
  std::uint32_t longest = 0;
  std::uint32_t max_wdf = 0;
  std::uint64_t total_length = 0;
};

struct VersionFile {
  std::uint32_t block_size = kDefaultBlockSize;
  std::array<TableRoot, kTables> tables;
  Statistics statistics;
};

std::string table_path(const std::string& directory, TableKind kind);

/// Writes directory/iamglass with a fresh uuid. Before this the directory is no
/// database.
void write_version_file(const std::string& directory,
                        const VersionFile& version, Sync sync);

/// The tables of a database; its statistics are not looked at. Throws Error if
/// it is not of the one format known here, or damaged.
VersionFile read_version_file(const std::string& directory);

/// Whether the directory's iamglass is of the one format known here.
bool has_known_format(const std::string& directory);

}  // namespace broadsheet::bulk
