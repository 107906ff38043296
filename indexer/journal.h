// How far a rebuild has come: what one that was killed goes on from.
//
// gen-000007/journal, lines of JSON:
//   {"key": ..., "started": n}   what must be as it was, if it is to count
//   {"file": ..., "puts": ...}   a file that is done: its note, its stories
//   {"segments": [...], "docid": n, "begun": ..., "puts": ...}
//                                a checkpoint: all above lies in these
//                                segments, and so do stories of a file begun
// What stands behind the last checkpoint does not count. Nothing here is forced
// to disk: a segment or a line that did not survive shows that it did not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet {

/// Stories put, in their order.
using Puts = std::vector<std::pair<std::string, std::uint32_t>>;

struct JournalFile {
  std::string note;  ///< JSON
  Puts puts;
};

/// What a killed rebuild had done by its last checkpoint.
struct Checkpoint {
  std::int64_t started = 0;  ///< of the first run
  std::vector<JournalFile> files;
  std::vector<std::string> segments;  ///< paths
  std::uint32_t last_docid = 0;
  std::string begun;  ///< what tells the file that was begun from all others
  Puts puts;          ///< its stories so far
};

class Journal {
 public:
  /// Begins the journal of an empty generation.
  Journal(const std::filesystem::path& generation, const std::string& key,
          std::int64_t started);

  /// Goes on with that of a generation, removing what its last checkpoint does
  /// not know; nothing if it has another key, no checkpoint, or a damaged
  /// segment.
  static std::optional<Journal> resume(const std::filesystem::path& generation,
                                       const std::string& key,
                                       Checkpoint& progress);

  /// Counts with the next checkpoint.
  void add(const JournalFile& file);
  /// `progress.files` stays unread.
  void checkpoint(const Checkpoint& progress);

 private:
  explicit Journal(std::filesystem::path path) : path_(std::move(path)) {}
  void write();

  std::filesystem::path path_;
  std::string lines_;
};

/// Does a generation hold a journal: is it one that is being built?
bool is_unfinished(const std::filesystem::path& generation);

/// Removes the journal and the segments of a generation that is built.
void remove_progress(const std::filesystem::path& generation);

}  // namespace broadsheet
