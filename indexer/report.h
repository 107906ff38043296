// What a run did: every file and story accounted for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What became of a file; every file seen is in exactly one state.
enum class FileState : std::uint8_t {
  kIndexed,
  kUnchanged,
  kMoved,
  kDuplicate,  ///< all its stories were read from other files
  kIgnored,    ///< no format claims it
  kSkipped,    ///< claimed, but no story could be made of it
  kFailed,     ///< its bytes could not be had
};
inline constexpr std::size_t kFileStates = 7;

/// What became of a story that was read.
enum class StoryState : std::uint8_t {
  kIndexed,
  kUnchanged,
  kReplaced,
  kDuplicate,
  kWithdrawn,
  kFailed,
};
inline constexpr std::size_t kStoryStates = 6;

std::string_view to_string(FileState state);
std::string_view to_string(StoryState state);

/// Something that could not be read as it should.
struct Problem {
  std::string origin;  ///< "corpus/reut2-004.sgm:1204"
  std::string kind;    ///< "record", "file", "date", ...
  std::string why;
  std::string first_seen;  ///< day of the run that first met it
  bool is_new = true;
  bool lost = true;  ///< false: a story was made all the same

  bool operator==(const Problem&) const = default;
};

/// A whole file that could not be read.
Problem file_problem(const std::string& origin, const std::string& why);

enum class Outcome { kPublished, kNothingToDo, kRefused, kInterrupted };
std::string_view to_string(Outcome outcome);

/// The report of one run: contract.md, section 2.
struct Report {
  Outcome outcome = Outcome::kRefused;
  int exit = 2;
  std::string refusal;            ///< why, if refused
  std::string last_good;          ///< end of the last run that was not refused
  bool only_new = false;          ///< known problems are no reason for exit 1
  std::string note;               ///< what else should be known of the run
  std::string started, finished;  ///< ISO 8601, UTC
  double seconds = 0;
  std::uint64_t bytes = 0;
  std::string command;
  std::vector<std::string> roots;
  std::string generation, previous_generation;
  std::optional<std::size_t> resumed;  ///< files kept of a run before

  std::array<std::size_t, kFileStates> files{};
  std::size_t files_vanished = 0;
  std::size_t files_excluded = 0;              ///< by the settings; not seen
  std::map<std::string, std::size_t> ignored;  ///< by extension

  std::array<std::size_t, kStoryStates> stories{};
  std::size_t stories_removed = 0;
  std::size_t stories_undated = 0;
  std::size_t stories_hidden = 0;
  std::size_t stories_copies = 0;  ///< near ones, beyond the first of each
  std::size_t stories_total = 0;

  std::vector<Problem> problems;

  void count(FileState state) { ++files[static_cast<std::size_t>(state)]; }
  void count(StoryState state, std::size_t n = 1) {
    stories[static_cast<std::size_t>(state)] += n;
  }
  std::size_t of(FileState state) const {
    return files[static_cast<std::size_t>(state)];
  }
  std::size_t of(StoryState state) const {
    return stories[static_cast<std::size_t>(state)];
  }
  std::size_t files_seen() const;
  std::size_t stories_read() const;
  /// Problems for which a story or file was lost; known ones may not count.
  std::size_t losses() const;
};

/// The JSON of the contract, key by key.
std::string to_json(const Report& report);

/// A page for people: counts, then the problems.
std::string summary(const Report& report);

/// `corpus/a.sgm:12: unterminated <TEXT>; skipped`
std::string to_string(const Problem& problem);

}  // namespace broadsheet
