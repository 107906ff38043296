// `indexer learn-sources`: where the sources of an archive seem to be at home,
// by the datelines of their stories. Proposes settings and changes nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet {

/// What the datelines of one source say.
struct SourceHome {
  std::string source;
  std::string home;           ///< "Paris, Texas, United States"
  std::size_t filed = 0;      ///< stories with a dateline
  std::size_t from_home = 0;  ///< stories filed from there
};

/// One for each source that files at least half of its stories, and three of
/// them, from one town; in order of the source. A town's name means the one
/// that most of the places named in the source's stories may lie near. Throws
/// Error where there is no archive.
std::vector<SourceHome> learn_homes(const std::filesystem::path& archive);

/// As [[source]] tables for the file of --config.
std::string to_toml(const std::vector<SourceHome>& homes);

}  // namespace broadsheet
