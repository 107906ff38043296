// One run of the indexer: what lies under the roots becomes what lies in the
// archive.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/config_file.h"
#include "indexer/formats/reader.h"
#include "indexer/generations.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/target.h"

namespace broadsheet {

struct RunOptions {
  std::filesystem::path archive;
  std::vector<std::string> paths;  ///< as typed; empty: the archive's roots
  std::string format;              ///< --as, for the paths
  ReadOptions read;
  std::optional<Config> config;  ///< none: what the archive remembers
  std::optional<std::vector<Override>> overrides;  ///< likewise
  bool rebuild = false;
  bool replace_roots = false;
  bool strict = false;                        ///< a lost record refuses the run
  bool checksum = false;                      ///< read unchanged files too
  std::optional<std::vector<Problem>> known;  ///< of an earlier run's report
  /// Percent of its stories that an archive or a root may lose; all by 100.
  unsigned allow_shrink = 10;
  ProgressMode progress = ProgressMode::kNever;
  RebuildOptions how;
  Retention retention;           ///< where a new generation is published
  std::string command;           ///< for the report
  std::filesystem::path report;  ///< written there too, unless empty
};

/// Updates the live generation, or makes and publishes a new one. Holds the
/// writer lock. The archive's report.json is written for every outcome; an
/// Error (or Xapian::Error) means that nothing was published.
Report run(const RunOptions& options);

}  // namespace broadsheet
