// Where a run's stories go: into the live generation, or into a new one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/builder.h"
#include "indexer/live.h"
#include "indexer/report.h"

namespace broadsheet {

/// Counts over what a target holds in the end.
struct TargetCounts {
  std::size_t stories = 0;
  std::size_t undated = 0;
  std::size_t hidden = 0;
};

/// Nothing is seen by readers before publish().
class Target {
 public:
  virtual ~Target() = default;

  /// Takes a story in; one of the same id makes way. `incoming.added` is when,
  /// if the archive does not know the story. Indexed, replaced or unchanged.
  virtual StoryState put(Incoming&& incoming) = 0;
  /// Was there such a story to remove?
  virtual bool remove(const std::string& id) = 0;
  /// An empty value removes the key.
  virtual void set_metadata(const std::string& key,
                            const std::string& value) = 0;
  /// All is in; what is not yet published must be whole.
  virtual TargetCounts finish() = 0;
  virtual void publish() = 0;
  /// Leaves the archive as it was.
  virtual void cancel() = 0;
};

/// One transaction in the live generation.
std::unique_ptr<Target> make_update_target(
    const std::filesystem::path& archive, const Live& live,
    const Gazetteer& gazetteer);

enum class Loader { kAuto, kApi };

struct RebuildOptions {
  unsigned jobs = 1;
  std::size_t memory = std::size_t{512} << 20;
  Loader loader = Loader::kAuto;
};

/// A new generation of that name, built aside, checked before it is published.
/// *note says why the bulk loader was not used, if it was not.
std::unique_ptr<Target> make_rebuild_target(
    const std::filesystem::path& archive, const std::string& generation,
    const Live& live, const Gazetteer& gazetteer, const RebuildOptions& options,
    std::string* note);

}  // namespace broadsheet
