#include "indexer/bulk/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "common/cli/error.h"

namespace broadsheet::bulk {
namespace {

constexpr std::uint64_t kSyncSize = 8 << 20;  // begun at a time

[[noreturn]] void fail(const std::string& path, const char* what) {
  const int code = errno;
  throw Error(path + ": " + what + ": " + std::strerror(code),
              code == ENOSPC ? "free some disk space and run again" : "");
}

}  // namespace

OutputFile::OutputFile(std::string path, Sync sync)
    : path_(std::move(path)), sync_(sync) {
  fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd_ < 0) fail(path_, "cannot create");
}

OutputFile::~OutputFile() {
  if (fd_ >= 0) ::close(fd_);
}

void OutputFile::write_at(std::uint64_t offset, std::string_view bytes) {
  if (offset != at_ + buffer_.size() ||
      buffer_.size() + bytes.size() > kBufferSize) {
    flush();
    at_ = offset;
  }
  if (bytes.size() < kBufferSize)
    buffer_ += bytes;
  else
    put(bytes);
}

void OutputFile::flush() {
  put(buffer_);
  buffer_.clear();
}

void OutputFile::put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n =
        ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(at_));
    if (n < 0 && errno != EINTR) fail(path_, "cannot write");
    if (n <= 0) continue;
    bytes.remove_prefix(static_cast<std::size_t>(n));
    at_ += static_cast<std::uint64_t>(n);
  }
  if (at_ >= begun_ + kSyncSize) begin_sync();
}

void OutputFile::begin_sync() {
  if (sync_ == Sync::kBegun)
    ::sync_file_range(fd_, static_cast<off_t>(begun_), 0,
                      SYNC_FILE_RANGE_WRITE);
  begun_ = at_;
}

void OutputFile::close() {
  flush();
  begun_ = 0;  // blocks may have been written again
  begin_sync();
  if (sync_ == Sync::kYes && ::fsync(fd_) != 0) fail(path_, "cannot sync");
  if (::close(std::exchange(fd_, -1)) != 0) fail(path_, "cannot close");
}

void write_atomically(const std::string& path, std::string_view bytes,
                      Sync sync) {
  OutputFile file(path + ".tmp", sync);
  file.write(bytes);
  file.close();
  rename_file(file.path(), path);
}

void rename_file(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) fail(to, "cannot create");
}

}  // namespace broadsheet::bulk
