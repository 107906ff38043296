#include "searcher/archive_set.h"

#include <utility>

#include "common/cli/error.h"
#include "common/index/archive.h"

namespace broadsheet {
namespace {

constexpr int kTries = 3;

/// Opens an archive's live generation and keeps it from being removed.
Xapian::Database open_locked(const std::filesystem::path& path,
                             ArchiveSet& set) {
  while (is_archive(path)) {
    const std::string generation = live_generation(path);
    auto lock = GenerationLock::to_read(path / generation);
    if (!lock && live_generation(path) == generation) break;  // it is missing
    if (!lock) continue;
    auto database = open_archive(path);
    set.snapshots.push_back(snapshot_name(path, database));
    if (live_generation(path) == generation) {
      set.locks.push_back(std::move(*lock));
      return database;
    }
    set.snapshots.pop_back();
  }
  auto database = open_archive(path);
  set.snapshots.push_back(snapshot_name(path, database));
  return database;
}

ArchiveSet open_all(const std::vector<std::filesystem::path>& paths) {
  ArchiveSet set;
  for (const auto& path : paths) {
    const auto database = open_locked(path, set);
    set.names.push_back(archive_name(path));
    if (paths.size() == 1)
      set.database = database;
    else
      set.database.add_database(database);
  }
  return set;
}

/// Runs `work` once; false if the archive changed under it.
bool attempt(const std::vector<std::filesystem::path>& paths,
             const std::function<void(const ArchiveSet&)>& work, bool last) {
  try {
    work(open_all(paths));
    return true;
  } catch (const Xapian::DatabaseModifiedError&) {
    if (last) throw;
  } catch (const Xapian::DatabaseOpeningError&) {
    if (last) throw;
  }
  return false;
}

}  // namespace

void with_archives(const std::vector<std::filesystem::path>& paths,
                   const std::function<void(const ArchiveSet&)>& work) {
  for (int tries = 1; !attempt(paths, work, tries == kTries); ++tries) {
  }
}

}  // namespace broadsheet
