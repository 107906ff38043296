// What the parts of one run share: what it was asked and found, and its books.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/fields.h"
#include "indexer/claims.h"
#include "indexer/clock.h"
#include "indexer/live.h"
#include "indexer/overrides.h"
#include "indexer/plan.h"
#include "indexer/progress.h"
#include "indexer/run.h"
#include "indexer/target.h"
#include "indexer/withholding.h"
#include "indexer/written.h"

namespace broadsheet {

/// A story of a file read in this run.
struct ReadStory {
  Claim claim;
  StoryState state;
};

/// What a file gave in this run.
struct ReadFile {
  std::vector<ReadStory> stories;   ///< as in its entry
  std::size_t repeats = 0;          ///< stories it had given already
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
        plan(plan_run(options, live)),
        withholding(options.archive),
        progress(options.progress) {
    standing.files_total = plan.files.size();
    for (const auto& file : plan.files) standing.bytes_total += file.stamp.size;
    if (live.generation.empty()) return;
    standing.stories_total = live.database.get_doccount();
    newest = from_compact_utc(live.database.get_value_upper_bound(kSlotAdded))
                 .value_or(0);
  }

  const RunOptions& options;
  std::int64_t started;     ///< nanoseconds since 1970
  std::int64_t newest = 0;  ///< when the newest story of the archive was added
  const Live live;
  const Settings settings;
  const Overrides overrides;
  Plan plan;
  std::unique_ptr<Target> target;

  std::map<std::string, std::size_t> stories_before;  ///< by root
  Claims claims;
  std::map<std::string, FileState> file_states;          ///< by origin
  std::map<std::string, std::vector<Problem>> problems;  ///< by origin
  std::unordered_map<std::string, ReadFile> read;        ///< by origin
  Written written;
  Withholding withholding;
  std::size_t withheld = 0;  ///< stories there were, withdrawn now
  std::uint64_t bytes = 0;   ///< read
  bool entries_changed = false;
  Progress progress;
  Standing standing;

  /// When this run's stories came into the archive, YYYYMMDDhhmmss: later than
  /// all that it has, whatever the clock says, so that what a reader has not
  /// seen can be told by it.
  std::string added() const {
    return compact_utc(std::max(started, newest + 1'000'000'000));
  }

  /// What decided whose stories are whose is not needed any more.
  void close_books() {
    claims = {};
    written = {};
    read.clear();
    file_states.clear();
  }

  /// A file is done.
  void advance(std::uint64_t size) {
    standing.bytes += size;
    show_progress();
  }
  void show_progress() {
    standing.files = file_states.size();
    standing.bytes_read = bytes;
    progress.show(standing);
  }
  /// Remembers what a file is and gave.
  void save(const FileEntry& entry) {
    target->set_metadata(metadata_key(entry.origin), encode(entry));
    entries_changed = true;
  }
  void forget(const std::string& origin) {
    target->set_metadata(metadata_key(origin), "");
    entries_changed = true;
  }
};

}  // namespace broadsheet
