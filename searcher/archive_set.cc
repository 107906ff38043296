#include "searcher/archive_set.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <utility>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "searcher/lexicon.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

constexpr int kTries = 3;

void add(ArchiveSet& set, const Xapian::Database& database, std::string name,
         std::string snapshot) {
  set.database.add_database(database);
  set.names.push_back(std::move(name));
  set.snapshots.push_back(std::move(snapshot));
}

/// Adds an archive's live generation and keeps it from being removed.
void add_locked(ArchiveSet& set, const fs::path& path) {
  while (is_archive(path)) {
    const std::string generation = live_generation(path);
    auto lock = GenerationLock::to_read(path / generation);
    if (!lock && live_generation(path) == generation) break;  // it is missing
    if (!lock) continue;
    const auto database = open_archive(path);
    auto snapshot = snapshot_name(path, database);
    if (live_generation(path) != generation) continue;
    set.locks.push_back(std::move(*lock));
    return add(set, database, archive_name(path), std::move(snapshot));
  }
  const auto database = open_archive(path);
  add(set, database, archive_name(path), snapshot_name(path, database));
}

void add_remote(ArchiveSet& set, const std::string& address) {
  const auto colon = address.rfind(':');
  unsigned port = 0;
  const char* const end = address.data() + address.size();
  if (colon == std::string::npos ||
      std::from_chars(address.data() + colon + 1, end, port).ptr != end)
    throw Error(fmt::format("{}: not HOST:PORT", address));
  try {
    const auto database = Xapian::Remote::open(address.substr(0, colon), port);
    check_version(address, database);
    add(set, database, address, database.get_uuid());
    set.remote = true;
  } catch (const Xapian::NetworkError& error) {
    throw Error(
        fmt::format("{}: cannot be reached: {}", address, error.get_msg()));
  }
}

/// Adds what each line of a stub file names. Xapian would open the file as
/// well, but hold no lock on the generations it leads to.
void add_stub(ArchiveSet& set, const fs::path& path) {
  std::ifstream stub(path);
  for (std::string line; std::getline(stub, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto space = line.find(' ');
    const auto kind = line.substr(0, space);
    const auto place = space == std::string::npos ? "" : line.substr(space + 1);
    if (kind == "auto")
      add_locked(set, path.parent_path() / place);
    else if (kind == "remote")
      add_remote(set, place);
    else
      throw Error(fmt::format("{}: '{}' is no archive", path.string(), line),
                  "its lines are: auto DIRECTORY, or: remote HOST:PORT");
  }
  if (stub.bad() || set.names.empty())
    throw Error(fmt::format("{}: names no archive", path.string()));
}

ArchiveSet open_all(const std::vector<fs::path>& paths) {
  ArchiveSet set;
  for (const auto& path : paths) {
    if (fs::is_regular_file(path))
      add_stub(set, path);
    else
      add_locked(set, path);
  }
  return set;
}

/// Runs `work` once; false if the archive changed under it.
bool attempt(const std::vector<fs::path>& paths,
             const std::function<void(const ArchiveSet&)>& work, bool last) {
  try {
    ArchiveSet archives = open_all(paths);
    archives.lexicon = std::make_shared<Lexicon>(archives.database);
    work(archives);
    return true;
  } catch (const Xapian::DatabaseModifiedError&) {
    if (last) throw;
  } catch (const Xapian::DatabaseOpeningError&) {
    if (last) throw;
  }
  return false;
}

}  // namespace

void with_archives(const std::vector<fs::path>& paths,
                   const std::function<void(const ArchiveSet&)>& work) {
  for (int tries = 1; !attempt(paths, work, tries == kTries); ++tries) {
  }
}

}  // namespace broadsheet
