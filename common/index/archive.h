// An archive on disk as both programs see it: a directory whose XAPIANDB stub
// names the live generation beside it.
//
//   news.db/XAPIANDB        "auto gen-000003": changed only by rename
//   news.db/gen-000003/     a Xapian database: the live generation
//   news.db/lock            held (fcntl) by whoever writes
//   news.db/report.json     what the last run did
//   news.db/settings.json   roots and their settings
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet {

inline constexpr const char* kStubName = "XAPIANDB";

/// Is it a directory of ours: with a stub that names a generation?
bool is_archive(const std::filesystem::path& directory);

/// The generation a stub names ("gen-000003"); throws Error if there is none
/// or the stub is not of our making.
std::string live_generation(const std::filesystem::path& directory);

/// Opens an archive, or a Xapian stub file of several, for reading; checks that
/// every story in it is of this index version. Throws Error with a hint for a
/// path that does not exist, is no archive, or is of another version.
Xapian::Database open_archive(const std::filesystem::path& path);

/// Throws Error unless every story of a database is of this index version;
/// `name` is what to call it.
void check_version(const std::string& name, const Xapian::Database& database);

/// What to call the snapshot a database shows: generation and revision, or the
/// database's own uuid where it is no archive directory.
std::string snapshot_name(const std::filesystem::path& path,
                          const Xapian::Database& database);

/// The name by which `archive:` knows an archive: its directory's, without
/// ".db".
std::string archive_name(const std::filesystem::path& path);

}  // namespace broadsheet
