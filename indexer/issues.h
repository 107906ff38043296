// Issues of scanned newspapers: a METS and its pages are files that are read
// together.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/walk.h"

namespace broadsheet {

/// Looks at each directory once. A METS is known by its name, which holds
/// "mets" or is its directory's; its pages lie beside it or one directory
/// below.
class Issues {
 public:
  /// Is it a page, so that its text is read with the METS that names it?
  bool has_page(const FoundFile& file);
  /// What stands for the files of its issue as they are now; empty if it lies
  /// in none.
  std::string digest(const FoundFile& file);

 private:
  struct Directory {
    std::vector<std::filesystem::path> mets;
    std::string digest;  ///< of its files and those one directory below
  };
  /// Of the issue that the file lies in: without METS if in none.
  const Directory& around(const FoundFile& file);
  const Directory& directory(const std::filesystem::path& path);

  std::unordered_map<std::string, Directory> directories_;
  std::unordered_map<std::string, std::unordered_set<std::string>> pages_;
};

}  // namespace broadsheet
