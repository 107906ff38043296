#include "indexer/generations.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "common/cli/error.h"
#include "common/disk/file.h"
#include "common/index/archive.h"
#include "common/index/generation_lock.h"
#include "indexer/journal.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr const char* kLeftMark = "left";  // in a generation

bool is_generation(std::string_view name) {
  const auto digits =
      name.substr(std::min(name.size(), kGenerationPrefix.size()));
  return name.starts_with(kGenerationPrefix) && digits.size() >= 6 &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

void remove_unread(const fs::path& generation) {
  if (const auto lock = GenerationLock::to_remove(generation))
    fs::remove_all(generation);
}

}  // namespace

WriterLock::WriterLock(const fs::path& archive) {
  const fs::path path = archive / "lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0) fail_on(path, "cannot open the lock");
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (::fcntl(file_, F_OFD_SETLK, &lock) == 0) return;
  const int error = errno;
  ::close(file_);
  if (error == EACCES || error == EAGAIN)
    throw Error(fmt::format("{}: locked by another writer", archive.string()),
                "try again when the other indexer has finished", kExitLocked);
  errno = error;
  fail_on(path, "cannot lock");
}

WriterLock::~WriterLock() {
  ::close(file_);
}

void make_archive_directory(const fs::path& typed) {
  fs::path archive = fs::absolute(typed).lexically_normal();
  if (!archive.has_filename()) archive = archive.parent_path();
  std::error_code error;
  if (fs::is_directory(archive, error)) {
    if (is_archive(archive) || fs::is_empty(archive, error) ||
        fs::exists(archive / "lock"))
      return;
    throw Error(fmt::format("{}: a directory that is not a Broadsheet archive",
                            archive.string()),
                "name a new directory, or an empty one");
  }
  if (fs::exists(archive, error))
    throw Error(fmt::format("{}: not a directory", archive.string()));
  fs::create_directories(archive.parent_path(), error);
  make_private_directory(archive);
}

void make_private_directory(const fs::path& path) {
  if (::mkdir(path.c_str(), 0700) != 0) fail_on(path, "cannot make it");
}

std::vector<std::string> generations(const fs::path& archive) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(archive))
    if (entry.is_directory() && is_generation(entry.path().filename().string()))
      names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::optional<std::string> unfinished(const fs::path& archive) {
  const auto names = generations(archive);
  if (names.empty() || !is_unfinished(archive / names.back()) ||
      (is_archive(archive) && live_generation(archive) == names.back()))
    return std::nullopt;
  return names.back();
}

std::string next_generation(const fs::path& archive) {
  const auto names = generations(archive);
  const int newest =
      names.empty() ? 0
                    : std::stoi(names.back().substr(kGenerationPrefix.size()));
  return fmt::format("{}{:06}", kGenerationPrefix, newest + 1);
}

void publish(const fs::path& archive, const std::string& generation) {
  for (const auto& entry : fs::directory_iterator(archive / generation))
    if (entry.is_regular_file()) force(entry.path());
  force(archive / generation);
  std::error_code ignored;
  if (is_archive(archive))
    fs::last_write_time(archive / live_generation(archive),
                        fs::file_time_type::clock::now(), ignored);
  write_file(archive / kStubName, fmt::format("auto {}\n", generation));
}

void discard(const fs::path& archive, const std::string& generation) {
  if (is_archive(archive) && live_generation(archive) == generation) return;
  fs::remove_all(archive / generation);
}

std::optional<std::string> generation_before(const fs::path& archive,
                                             const std::string& generation) {
  const auto names = generations(archive);
  for (auto at = names.rbegin(); at != names.rend(); ++at)
    if (*at < generation && !was_left(archive, *at)) return *at;
  return std::nullopt;
}

void mark_left(const fs::path& archive, const std::string& generation) {
  write_file(archive / generation / kLeftMark, "");
}

bool was_left(const fs::path& archive, const std::string& generation) {
  return fs::exists(archive / generation / kLeftMark);
}

void prune(const fs::path& archive, const Retention& retention) {
  const std::string live = is_archive(archive) ? live_generation(archive) : "";
  const auto oldest = fs::file_time_type::clock::now() - retention.keep_for;
  const auto building = unfinished(archive);
  auto names = generations(archive);
  std::ranges::reverse(names);
  std::size_t kept = 0;
  for (const auto& name : names) {
    const fs::path path = archive / name;
    const bool left = was_left(archive, name);
    const bool stays = name >= live ? name == live || left || name == building
                                    : (!left && kept++ < retention.keep) ||
                                          fs::last_write_time(path) > oldest;
    if (!stays) remove_unread(path);
  }
  if (!live.empty()) remove_progress(archive / live);
}

}  // namespace broadsheet
