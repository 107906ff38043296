// A library for LD_PRELOAD that makes the disk fail, the program die or the
// clock run otherwise, at a moment that can be named. What it stands before is
// the program as it is shipped, the libraries it uses included.
//
//   FAULT_AT=n      the n-th rename, fsync or fdatasync, from 1 ...
//   FAULT=fail|die  ... fails with an I/O error, or kills the program before it
//   FAULT_LOG=file  gets their number at the end
//   FAULT_NOW=s     the time of day stands at s seconds since 1970
//   FAULT_RATE=n    the steady clock runs n times as fast
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
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

std::atomic<long> calls = 0;

/// Counts a call; does it fail?
bool fails() {
  if (++calls != number("FAULT_AT")) return false;
  if (std::string_view(std::getenv("FAULT")) == "die") ::raise(SIGKILL);
  errno = EIO;
  return true;
}

struct Log {
  ~Log() {
    const char* path = std::getenv("FAULT_LOG");
    if (path == nullptr) return;
    if (std::FILE* file = std::fopen(path, "w")) {
      std::fprintf(file, "%ld\n", calls.load());
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
  return fails() ? -1 : next<int(int)>("fsync")(fd);
}

int fdatasync(int fd) {
  return fails() ? -1 : next<int(int)>("fdatasync")(fd);
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
