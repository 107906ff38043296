// What a run will look at: its roots, the files in them, and what of the
// archive's files is not there any more.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/live.h"
#include "indexer/roots.h"
#include "indexer/run.h"

namespace broadsheet {

struct Plan {
  std::vector<Root> roots;  ///< that the archive will remember
  std::vector<Scope> scopes;
  std::vector<FoundFile> files;  ///< by origin; their roots are those above
  std::map<std::string, std::string> unreadable;  ///< origin, why
  std::vector<const FileEntry*> vanished;         ///< entries of `live`
  std::size_t excluded = 0;  ///< files that the settings leave out

  /// Is it, or does it lie in, what could not be read?
  bool is_unreadable(const std::string& origin) const;
  /// The file of that origin; if it lies outside the scopes it is looked for
  /// and added. Null if it cannot be had.
  const FoundFile* find(const std::string& origin);
};

/// Walks the roots. Throws Error for a path that is missing or empty, and for a
/// rebuild that would leave a root out, unless the options allow it.
Plan plan_run(const RunOptions& options, const Live& live);

}  // namespace broadsheet
