#include "indexer/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "common/cli/error.h"
#include "common/text/terminal.h"

namespace broadsheet {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr std::chrono::milliseconds kInterval{200};

/// "1,234,567"
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (auto at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string share(std::size_t done, std::size_t total, const char* what) {
  if (total < done || total == 0)
    return fmt::format("{} {}", grouped(done), what);
  return fmt::format("{} of {} {}", grouped(done), grouped(total), what);
}

std::string time_left(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
  if (seconds < 90 * 60) return fmt::format("{:.0f} min left", seconds / 60);
  return fmt::format("{:.1f} h left", seconds / 3600);
}

std::size_t columns() {
  struct winsize size {};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0;
  return known && size.ws_col > 0 ? size.ws_col : 80;
}

bool is_wanted(ProgressMode mode) {
  if (mode == ProgressMode::kAuto) return ::isatty(STDERR_FILENO) == 1;
  return mode == ProgressMode::kAlways;
}

}  // namespace

ProgressMode progress_mode_named(const std::string& name) {
  if (name == "auto") return ProgressMode::kAuto;
  if (name == "always") return ProgressMode::kAlways;
  if (name == "never") return ProgressMode::kNever;
  throw Error(
      fmt::format("--progress {}: must be auto, always or never", name));
}

std::string to_text(const Standing& standing, Seconds in) {
  std::string line = share(standing.files, standing.files_total, "files") +
                     ", " +
                     share(standing.stories, standing.stories_total, "stories");
  const double seconds = in.count();
  if (seconds >= 1) {
    line +=
        fmt::format(", {:.1f} MB/s",
                    static_cast<double>(standing.bytes_read) / 1e6 / seconds);
    if (standing.bytes > 0 && standing.bytes < standing.bytes_total)
      line +=
          ", " +
          time_left(seconds *
                    static_cast<double>(standing.bytes_total - standing.bytes) /
                    static_cast<double>(standing.bytes));
  }
  if (standing.problems > 0)
    line += fmt::format(", {} problem{}", grouped(standing.problems),
                        standing.problems == 1 ? "" : "s");
  return line;
}

Progress::Progress(ProgressMode mode) : shown_(is_wanted(mode)) {}

Progress::~Progress() {
  if (written_) write("");
}

void Progress::show(const Standing& standing) {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < kInterval) return;
  last_ = now;
  write(to_text(standing, now - started_));
}

void Progress::show(const std::string& phase) {
  if (shown_) write(phase);
}

void Progress::write(const std::string& line) {
  written_ = true;
  fmt::print(stderr, "\r{}\x1b[K", cut_to_width(line, columns() - 1));
  std::fflush(stderr);
}

}  // namespace broadsheet
