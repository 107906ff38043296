// What the parts of one run share: what it was asked and found, and its books.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/claims.h"
#include "indexer/live.h"
#include "indexer/overrides.h"
#include "indexer/plan.h"
#include "indexer/run.h"
#include "indexer/target.h"

namespace broadsheet {

/// A story of a file read in this run.
struct ReadStory {
  std::string id;
  StoryState state;
};

/// What a file gave in this run.
struct ReadFile {
  std::vector<ReadStory> stories;   ///< as in its entry
  std::size_t repeats = 0;          ///< stories whose id it had given already
  std::set<std::size_t> overrides;  ///< rows that told its stories
};

struct RunState {
  RunState(const RunOptions& asked, std::int64_t now, Live&& found,
           Settings&& those)
      : options(asked),
        started(now),
        live(std::move(found)),
        settings(std::move(those)),
        overrides(settings.overrides),
        plan(plan_run(options, live)) {}

  const RunOptions& options;
  std::int64_t started;  ///< nanoseconds since 1970
  const Live live;
  const Settings settings;
  const Overrides overrides;
  Plan plan;
  std::unique_ptr<Target> target;

  Claims claims;
  std::map<std::string, FileState> file_states;          ///< by origin
  std::map<std::string, std::vector<Problem>> problems;  ///< by origin
  std::unordered_map<std::string, ReadFile> read;        ///< by origin
  std::unordered_map<std::string, std::string> written;  ///< id, origin
  std::uint64_t bytes = 0;                               ///< read
  bool entries_changed = false;

  /// Remembers what a file is and gave.
  void save(const FileEntry& entry) {
    target->set_metadata(metadata_key(entry.origin), to_json(entry));
    entries_changed = true;
  }
  void forget(const std::string& origin) {
    target->set_metadata(metadata_key(origin), "");
    entries_changed = true;
  }
};

}  // namespace broadsheet
