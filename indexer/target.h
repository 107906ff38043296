// Where a run's stories go: into the live generation, or into a new one.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/builder.h"
#include "indexer/live.h"
#include "indexer/report.h"

namespace broadsheet {

/// Counts over what a target holds in the end.
struct TargetCounts {
  std::size_t stories = 0;
  std::size_t undated = 0;
  std::size_t hidden = 0;
  std::size_t copies = 0;  ///< near ones, beyond the first of each
};

/// Tells the report.
void report_totals(const TargetCounts& counts, Report& report);

/// What a run does not do again: the stories of these files are in.
struct DoneBefore {
  std::int64_t started = 0;        ///< when that run was
  std::vector<std::string> notes;  ///< one a file
};

/// Nothing is seen by readers before publish().
class Target {
 public:
  virtual ~Target() = default;

  /// Takes a story in; one of the same id makes way. `incoming.added` is when,
  /// if the archive does not know the story. Indexed, replaced or unchanged.
  virtual StoryState put(Incoming&& incoming) = 0;
  /// Was a story that put() called replaced put as it was? Waits for what is
  /// in the making.
  virtual bool proved_unchanged(const std::string& id) {
    (void)id;
    return false;
  }
  /// Was there such a story to remove?
  virtual bool remove(const std::string& id) = 0;
  /// An empty value removes the key.
  virtual void set_metadata(const std::string& key,
                            const std::string& value) = 0;
  /// A file's stories come next. A rebuild may have put some of them before it
  /// was killed; they count if `stamp` is the same, and not empty.
  virtual void begin_file(const std::string& stamp) { (void)stamp; }
  /// They are all in; `note`, JSON, is what a run that goes on needs of it.
  virtual void end_file(const std::string& note) { (void)note; }
  /// What a killed run had done that this one goes on from.
  virtual std::optional<DoneBefore> done_before() { return {}; }
  /// No file comes any more, though stories may.
  virtual void end_files() {}

  /// All is in; what is not yet published must be whole.
  virtual TargetCounts finish() = 0;
  virtual void publish() = 0;
  /// Leaves the archive as it was.
  virtual void cancel() = 0;
  /// So does this, but a run that goes on may be spared some work.
  virtual void suspend() { cancel(); }
};

enum class Loader {
  kBulk,  ///< as an option: if it can be trusted here
  kApi,
};

struct RebuildOptions {
  unsigned jobs = 1;
  std::size_t memory = std::size_t{512} << 20;
  Loader loader = Loader::kBulk;
  std::chrono::seconds checkpoint{30};  ///< the most work a kill may cost
  /// An update is large that changes more stories, and more percent of all:
  /// from there merging costs less processor time than one transaction. Of
  /// 21,578 stories 1, 3, 10 and 30 % replaced: 3.5, 3.1, 4.3 and 14.8 s by
  /// merging, 1.7, 2.8, 5.6 and 22.9 s in a transaction.
  std::size_t large_stories = 500;
  unsigned large_percent = 5;
};

/// A small update is one transaction in the live generation, a large one a new
/// generation, merged from that and what is new, checked before it is
/// published. `report` is told the generation.
std::unique_ptr<Target> make_update_target(const std::filesystem::path& archive,
                                           const Live& live,
                                           const RebuildOptions& options,
                                           Report& report);

/// A new generation, built aside, checked before it is published. `key` is all
/// that must be the same for a killed rebuild to be gone on with, `started`
/// when this one was. `report` is told the generation.
std::unique_ptr<Target> make_rebuild_target(
    const std::filesystem::path& archive, const std::string& key,
    std::int64_t started, const Live& live, const Gazetteer& gazetteer,
    const RebuildOptions& options, Report& report);

}  // namespace broadsheet
