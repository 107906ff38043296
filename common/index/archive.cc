#include "common/index/archive.h"

#include <fmt/format.h>

#include <fstream>

#include "common/cli/error.h"
#include "common/index/fields.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kStubWord = "auto ";
constexpr int kTries = 3;

[[noreturn]] void fail_not_an_archive(const fs::path& path) {
  throw Error(fmt::format("{}: not a Broadsheet archive", path.string()),
              "--db names the directory that `indexer rebuild --db` made");
}

void check_exists(const fs::path& path) {
  std::error_code error;
  if (fs::exists(path, error)) return;
  if (error) throw Error(fmt::format("{}: {}", path.string(), error.message()));
  throw Error(fmt::format("{}: no such archive", path.string()),
              fmt::format("make one: indexer rebuild --db {} DIRECTORY",
                          path.string()));
}

/// The version that the stories of a database carry; empty if none do.
std::string version_in(const Xapian::Database& database) {
  constexpr std::string_view kPrefix = "XV:";
  auto term = database.allterms_begin(std::string(kPrefix));
  for (; term != database.allterms_end(std::string(kPrefix)); ++term)
    if ((*term).substr(kPrefix.size()) != kIndexVersion)
      return (*term).substr(kPrefix.size());
  return {};
}

}  // namespace

bool is_archive(const fs::path& directory) {
  std::error_code error;
  return fs::is_regular_file(directory / kStubName, error);
}

std::string live_generation(const fs::path& directory) {
  check_exists(directory);
  std::ifstream stub(directory / kStubName);
  std::string line;
  std::getline(stub, line);
  if (!line.starts_with(kStubWord)) fail_not_an_archive(directory);
  std::string name = line.substr(kStubWord.size());
  if (!name.starts_with("gen-") || name.find('/') != std::string::npos)
    fail_not_an_archive(directory);
  return name;
}

void check_version(const std::string& name, const Xapian::Database& database) {
  const auto stories = database.get_doccount();
  const auto ours = database.get_termfreq(label_term("XV:", kIndexVersion));
  if (ours == stories) return;
  const std::string other = version_in(database);
  if (other.empty()) fail_not_an_archive(name);
  throw Error(fmt::format("{}: index version {}; this program reads version {}",
                          name, other, kIndexVersion),
              "rebuild it with this version's indexer");
}

Xapian::Database open_archive(const fs::path& path) {
  check_exists(path);
  for (int tries = 1;; ++tries) {
    try {
      Xapian::Database database(path.string());
      check_version(path.string(), database);
      return database;
    } catch (const Xapian::DatabaseOpeningError& error) {
      if (tries < kTries) continue;  // a generation may go while it is opened
      if (!is_archive(path) && fs::is_directory(path))
        fail_not_an_archive(path);
      throw Error(fmt::format("{}: cannot be opened: {}", path.string(),
                              error.get_msg()));
    }
  }
}

std::string snapshot_name(const fs::path& path,
                          const Xapian::Database& database) {
  if (!is_archive(path)) return database.get_uuid();
  return fmt::format("{}@{}", live_generation(path), database.get_revision());
}

std::string archive_name(const fs::path& path) {
  fs::path plain = fs::weakly_canonical(path);
  if (!plain.has_filename()) plain = plain.parent_path();
  return plain.extension() == ".db" ? plain.stem().string()
                                    : plain.filename().string();
}

}  // namespace broadsheet
