// What an archive has of its roots, held against what lies in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/live.h"

namespace broadsheet {

enum class DifferenceKind {
  kMissing,     ///< in the directory, not in the archive
  kChanged,     ///< its bytes are others than were read
  kExtra,       ///< in the archive, not in the directory
  kUnreadable,  ///< then or now
};
inline constexpr std::size_t kDifferenceKinds = 4;
std::string_view to_string(DifferenceKind kind);

struct Difference {
  DifferenceKind kind;
  std::string origin;

  bool operator==(const Difference&) const = default;
};

struct Comparison {
  std::size_t files = 0;  ///< seen in the directories
  std::vector<Difference> differences;
};

struct ComparisonOptions {
  std::filesystem::path archive;
  std::vector<std::string> paths;  ///< as typed; empty: the archive's roots
  bool checksum = false;           ///< read every file
};

/// File by file, by origin. A file is read only where size and times do not
/// prove that it is as it was, or if the options say so. Throws Error for a
/// path that cannot be a root.
Comparison compare_with_files(const Live& live,
                              const ComparisonOptions& options);

}  // namespace broadsheet
