#include "indexer/formats/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

#include <fmt/format.h>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

[[noreturn]] void fail(const std::string& path, int code) {
  throw Error(
      fmt::format("{}: {}", path, std::generic_category().message(code)));
}

class FileSource final : public ByteSource {
 public:
  FileSource(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}

  /// A file of so many bytes ends behind them, which need not be asked.
  void end_at(std::uint64_t size) { size_ = size; }

  ~FileSource() override {
    if (fd_ > STDERR_FILENO) ::close(fd_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* to, std::size_t size) override {
    while (done_ == 0 || done_ != size_) {
      const ssize_t got = ::read(fd_, to, size);
      done_ += static_cast<std::uint64_t>(std::max<ssize_t>(got, 0));
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) fail(path_, errno);
    }
    return 0;
  }

 private:
  std::string path_;
  int fd_;
  std::uint64_t done_ = 0;
  std::uint64_t size_ = 0;  ///< 0: not known
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  // O_NONBLOCK: opening a FIFO without a writer returns at once.
  const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) fail(path, errno);
  auto source = std::make_unique<FileSource>(path, fd);
  struct stat info {};
  if (::fstat(fd, &info) != 0) fail(path, errno);
  if (!S_ISREG(info.st_mode)) throw Error(path + ": not a regular file");
  source->end_at(static_cast<std::uint64_t>(info.st_size));
  return source;
}

OpenBeside beside(const std::filesystem::path& file) {
  return [file = file.native()](
             const std::string& name) -> std::unique_ptr<ByteSource> {
    const auto directory = std::filesystem::path(file).parent_path();
    const auto below = std::filesystem::path(name).lexically_normal();
    const bool leaves =
        below.empty() || below.is_absolute() || *below.begin() == "..";
    std::error_code none;
    if (leaves || !std::filesystem::exists(directory / below, none))
      return nullptr;
    return open_file((directory / below).string());
  };
}

std::unique_ptr<ByteSource> open_stdin() {
  return std::make_unique<FileSource>("standard input", STDIN_FILENO);
}

}  // namespace broadsheet
