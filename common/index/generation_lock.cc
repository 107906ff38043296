#include "common/index/generation_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace broadsheet {
namespace {

int open_directory(const std::filesystem::path& path) {
  return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

}  // namespace

std::optional<GenerationLock> GenerationLock::to_read(
    const std::filesystem::path& generation) {
  GenerationLock lock(open_directory(generation));
  if (lock.directory_ < 0) return std::nullopt;
  while (::flock(lock.directory_, LOCK_SH) != 0 && errno == EINTR) {
  }
  return lock;
}

std::optional<GenerationLock> GenerationLock::to_remove(
    const std::filesystem::path& generation) {
  GenerationLock lock(open_directory(generation));
  if (lock.directory_ >= 0 &&
      ::flock(lock.directory_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return std::nullopt;
  return lock;
}

GenerationLock::GenerationLock(GenerationLock&& other) noexcept
    : directory_(std::exchange(other.directory_, -1)) {}

GenerationLock::~GenerationLock() {
  if (directory_ >= 0) ::close(directory_);
}

}  // namespace broadsheet
