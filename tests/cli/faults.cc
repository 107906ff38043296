// A library for LD_PRELOAD that makes the disk fail, the program die or the
// clock run otherwise, at a moment that can be named. What it stands before is
// the program as it is shipped, the libraries it uses included.
//
//   FAULT_AT=n      the n-th rename, fsync or fdatasync, from 1 ...
//   FAULT=fail|die  ... fails with an I/O error, or kills the program before it
//   FAULT_DAMAGE=name  the first file of that name to go to the disk is damaged
//                      before
//   FAULT_TOLD=name  the program is told to stop (SIGTERM) once, before it
//                    adds to a file of that name
//   FAULT_LOG=file  gets their number at the end
//   FAULT_READ_AT=n before the n-th opening, locking or reading of a file,
//   FAULT_DO=command   from 1, this is done by the shell
//   FAULT_NOW=s     the time of day stands at s seconds since 1970
//   FAULT_RATE=n    the steady clock runs n times as fast
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace {

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

long number(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? 0 : std::atol(text);
}

std::atomic<long> calls = 0, reads = 0;

/// Counts a call; does it fail?
bool fails() {
  if (++calls != number("FAULT_AT")) return false;
  if (std::string_view(std::getenv("FAULT")) == "die") ::raise(SIGKILL);
  errno = EIO;
  return true;
}

/// Damages the file, if it is the one.
void before_forcing(int fd) {
  static std::atomic<bool> done = false;
  const char* name = std::getenv("FAULT_DAMAGE");
  std::error_code ignored;
  const auto path = std::filesystem::read_symlink(
      "/proc/self/fd/" + std::to_string(fd), ignored);
  if (name == nullptr || path.filename() != name || done.exchange(true)) return;
  if (::pwrite(fd, "damaged", 7, 0) != 7) std::abort();
}

/// Counts a reading, and does what is to be done before it.
void before_reading() {
  if (++reads != number("FAULT_READ_AT")) return;
  ::unsetenv("LD_PRELOAD");  // not in the shell
  if (std::system(std::getenv("FAULT_DO")) != 0) std::abort();
}

/// Tells the program to stop, if the file is the one.
void before_adding(const std::filesystem::path& path) {
  static std::atomic<bool> done = false;
  const char* name = std::getenv("FAULT_TOLD");
  if (name == nullptr || path.filename() != name || done.exchange(true)) return;
  ::raise(SIGTERM);
}

struct Log {
  ~Log() {
    const char* path = std::getenv("FAULT_LOG");
    if (path == nullptr) return;
    if (std::FILE* file = std::fopen(path, "w")) {
      std::fprintf(file, "%ld %ld\n", calls.load(), reads.load());
      std::fclose(file);
    }
  }
} log_at_exit;

}  // namespace

extern "C" {

int rename(const char* from, const char* to) noexcept {
  return fails() ? -1 : next<int(const char*, const char*)>("rename")(from, to);
}

int fsync(int fd) {
  before_forcing(fd);
  return fails() ? -1 : next<int(int)>("fsync")(fd);
}

int fdatasync(int fd) {
  before_forcing(fd);
  return fails() ? -1 : next<int(int)>("fdatasync")(fd);
}

int sync_file_range(int fd, off64_t at, off64_t size, unsigned flags) {
  before_forcing(fd);
  return next<int(int, off64_t, off64_t, unsigned)>("sync_file_range")(
      fd, at, size, flags);
}

std::FILE* fopen64(const char* path, const char* mode) {
  before_reading();
  if (*mode == 'a') before_adding(path);
  return next<std::FILE*(const char*, const char*)>("fopen64")(path, mode);
}

int open(const char* path, int flags, ...) {
  before_reading();
  va_list rest;
  va_start(rest, flags);
  const auto mode = va_arg(rest, mode_t);
  va_end(rest);
  return next<int(const char*, int, ...)>("open")(path, flags, mode);
}

ssize_t pread(int fd, void* to, size_t size, off_t at) {
  before_reading();
  return next<ssize_t(int, void*, size_t, off_t)>("pread")(fd, to, size, at);
}

int flock(int fd, int operation) noexcept {
  before_reading();
  return next<int(int, int)>("flock")(fd, operation);
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static auto* const real = next<int(clockid_t, timespec*)>("clock_gettime");
  const int result = real(clock, time);
  if (const long now = number("FAULT_NOW"); clock == CLOCK_REALTIME && now > 0)
    *time = {now, 0};
  if (const long rate = number("FAULT_RATE");
      clock == CLOCK_MONOTONIC && rate > 0)
    time->tv_sec = time->tv_sec * rate + time->tv_nsec / (1'000'000'000 / rate);
  return result;
}

}  // extern "C"
