// `--dry-run`: what a run would do, found out without changing anything.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/run.h"

namespace broadsheet {

/// What became of a file since it was read.
enum class Novelty { kNew, kChanged, kUnsettled, kUnchanged };
inline constexpr std::size_t kNovelties = 4;

struct Sample {
  std::string origin;
  std::string headline;
  std::string date;  ///< empty: undated

  bool operator==(const Sample&) const = default;
};

struct Forecast {
  std::string command;
  std::vector<std::string> roots;
  std::array<std::size_t, kNovelties> files{};
  std::size_t files_vanished = 0;
  std::vector<std::string> unreadable;  ///< origin: why
  std::size_t stories = 0;              ///< that the archive has now
  std::size_t stories_vanished = 0;     ///< at most: files may have moved
  std::map<std::string, std::size_t> formats;  ///< of the files to be read
  std::size_t ignored = 0;                     ///< of those
  std::vector<Sample> samples;  ///< of stories in them, ten at most
  std::string note;             ///< what would stand in the way
};

/// Looks at every file's size and times, at the beginnings of those that would
/// be read, and into ten of them. Takes no lock. Throws Error where the run
/// would be refused before it reads.
Forecast forecast(const RunOptions& options);

/// For people.
std::string to_text(const Forecast& forecast);

}  // namespace broadsheet
