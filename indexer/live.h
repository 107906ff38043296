// The live generation as a run finds it.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/manifest.h"

namespace broadsheet {

/// What the live generation knows, read before anything is changed.
struct Live {
  std::string generation;  ///< empty: there is none yet
  Xapian::Database database;
  std::vector<Root> roots;
  Settings settings;
  Manifest manifest;

  /// The entry of a file, or null.
  const FileEntry* file(const std::string& origin) const;
};

Live load_live(const std::filesystem::path& archive);

}  // namespace broadsheet
