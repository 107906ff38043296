// One file after another taken into the archive: kept if it is as it was, else
// read, its stories put where no other file has a better claim on them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/intake.h"
#include "indexer/issues.h"
#include "indexer/run_state.h"

namespace broadsheet {

class Accession {
 public:
  explicit Accession(RunState& run);

  /// Files that a killed run had done, from the target's notes; to be called
  /// first. Those that are as they were then need not be read again.
  void restore(const std::vector<std::string>& notes);
  /// The number of those.
  std::size_t restored() const { return restored_.size(); }

  /// A file of the plan.
  void process(const FoundFile& file);

  /// Reads a file, for the first time in this run or once more. `old`: its
  /// entry in the live generation, or null.
  void read(const FoundFile& file, const FileEntry* old);

  /// A file that could not be read to its end keeps what it had: a story goes
  /// only when its file is gone.
  void keep_stories(const FileEntry& old, FileEntry& entry);

  /// Gives an entry its problems, known or new, of which `old` knew some.
  void note_problems(const std::vector<Problem>& problems, const FileEntry* old,
                     FileEntry& entry);

  /// Entries of vanished files, by the origin they were moved to.
  const std::map<std::string, const FileEntry*>& moved() const {
    return moved_;
  }

 private:
  bool restore(FileEntry& entry, const std::string& from);
  void undo(const std::string& origin);
  std::string settings_digest(const FoundFile& file,
                              const FileEntry& entry) const;
  const std::string& root_digest(const FoundFile& file) const;
  StoryState withhold(const std::string& id);
  StoryState put(Incoming&& story, const Claim& claim,
                 const std::string& origin);
  bool is_same(const FileEntry& old, const FoundFile& file) const;
  void keep(const FileEntry& old, const FoundFile& file);
  void settle_state(const FoundFile& file, const Intake& intake,
                    const FileEntry* old, const FileEntry* from,
                    FileEntry& entry);
  std::vector<Claim> claims_before(const FileEntry* old) const;
  void take_back(const std::string& origin, const Claim& claim);
  std::optional<StoryState> keep_story(const Claim& claim,
                                       const std::string& origin);
  std::string free_origin(const std::string& origin) const;
  const FileEntry* moved_from(const FoundFile& file);
  /// Places of stories in an entry, by key_of() their claims.
  using Seen = std::unordered_map<std::string, std::size_t>;
  void take(Article&& article, const FoundFile& file, FileEntry& entry,
            Seen& seen, ReadFile& read);

  RunState& run_;
  std::map<std::string, const FileEntry*> moved_;
  std::unordered_set<std::string> restored_;      ///< origins
  std::unordered_set<std::string> left_origins_;  ///< of files moved away
  /// By root and extension.
  mutable std::map<std::pair<const Root*, std::string>, std::string>
      root_digests_;
  mutable Issues issues_;
};

}  // namespace broadsheet
