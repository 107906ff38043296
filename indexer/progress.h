// How far a run has come, on a terminal: one line, written over and over.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace broadsheet {

enum class ProgressMode { kAuto, kAlways, kNever };

/// "auto", "always" or "never"; throws Error for anything else.
ProgressMode progress_mode_named(const std::string& name);

/// Where a run stands. Totals of 0 are not known.
struct Standing {
  std::size_t files = 0, files_total = 0;
  std::size_t stories = 0, stories_total = 0;
  std::uint64_t bytes = 0, bytes_total = 0;  ///< of the files done, of all
  std::uint64_t bytes_read = 0;
  std::size_t problems = 0;
};

/// "120 of 4,000 files, 2,310 of 21,578 stories, 4.2 MB/s, 3 min left,
/// 2 problems"
std::string to_text(const Standing& standing, std::chrono::duration<double> in);

/// Writes to standard error, if that is a terminal or the mode says so: at most
/// five times a second, and clears its line in the end.
class Progress {
 public:
  explicit Progress(ProgressMode mode);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Is there anybody to look? Else the rest does nothing.
  bool shown() const { return shown_; }
  void show(const Standing& standing);
  /// What comes after the last file.
  void show(const std::string& phase);

 private:
  using Clock = std::chrono::steady_clock;
  void write(const std::string& line);

  const bool shown_;
  const Clock::time_point started_ = Clock::now();
  Clock::time_point last_ = started_;
  bool written_ = false;
};

}  // namespace broadsheet
