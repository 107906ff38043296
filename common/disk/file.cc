#include "common/disk/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "common/cli/error.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (fd_ < 0) fail_on(path, "cannot open");
  }
  ~Descriptor() { ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return fd_; }

 private:
  int fd_;
};

void force(const fs::path& path, const Descriptor& file) {
  if (::fsync(file.get()) != 0) fail_on(path, "cannot force to disk");
}

void write_all(const fs::path& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  for (std::size_t done = 0; done < bytes.size();) {
    const auto wrote =
        ::write(file.get(), bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) fail_on(path, "cannot write");
    done += static_cast<std::size_t>(wrote);
  }
  force(path, file);
}

}  // namespace

void fail_on(const fs::path& path, std::string_view what) {
  const int error = errno;
  throw Error(
      fmt::format("{}: {}: {}", path.string(), what, std::strerror(error)));
}

void force(const fs::path& path) {
  force(path, Descriptor(path, O_RDONLY));
}

std::future<void> begin_force(const fs::path& path) {
  return std::async(std::launch::async,
                    [path, file = std::make_shared<Descriptor>(
                               path, O_RDONLY)] { force(path, *file); });
}

void write_file(const fs::path& path, std::string_view bytes) {
  const fs::path aside = path.string() + ".new";
  write_all(aside, bytes);
  if (::rename(aside.c_str(), path.c_str()) != 0)
    fail_on(path, "cannot rename");
  force(fs::absolute(path).parent_path());
}

}  // namespace broadsheet
