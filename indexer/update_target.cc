#include <optional>
#include <unordered_set>
#include <utility>

#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/bulk/guard.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/generations.h"
#include "indexer/target.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace {

class UpdateTarget : public Target {
 public:
  UpdateTarget(std::unique_ptr<Writer> writer, const Live& live,
               std::string archive)
      : live_(live), writer_(std::move(writer)), archive_(std::move(archive)) {}

  StoryState put(Incoming&& incoming) override {
    const auto before = record_of(live_.database, incoming.id);
    if (before) incoming.added = decode_head(*before).added;
    const IndexDocument document = maker().make(std::move(incoming));
    const bool same = before && *before == document.data;
    const bool first = touched_.insert(document.id).second;
    if (!same || !first) writer_->put(document);
    if (same) return StoryState::kUnchanged;
    return before ? StoryState::kReplaced : StoryState::kIndexed;
  }

  bool remove(const std::string& id) override {
    touched_.insert(id);
    writer_->remove(id);
    return record_of(live_.database, id).has_value();
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    writer_->set_metadata(key, value);
  }

  TargetCounts finish() override { return writer_->finish(); }
  void publish() override { writer_->commit(); }
  void cancel() override { writer_->cancel(); }

 private:
  /// Most updates have no story to make, and need no gazetteer.
  StoryMaker& maker() {
    if (!maker_) maker_.emplace(gazetteer_.emplace(), archive_);
    return *maker_;
  }

  const Live& live_;  ///< the archive as it was before this run
  std::unique_ptr<Writer> writer_;
  std::unordered_set<std::string> touched_;  ///< ids put or removed
  const std::string archive_;                ///< its name
  std::optional<Gazetteer> gazetteer_;
  std::optional<StoryMaker> maker_;
};

}  // namespace

std::unique_ptr<Target> make_update_target(const std::filesystem::path& archive,
                                           const Live& live,
                                           const RebuildOptions& options,
                                           bool large, Report& report) {
  report.generation = live.generation;
  std::unique_ptr<Writer> writer;
  if (large && options.loader == Loader::kAuto &&
      bulk::loader_usable(archive / "loader-checked", &report.note)) {
    // What a killed rebuild had done is of no use once this is published.
    if (const auto name = unfinished(archive))
      std::filesystem::remove_all(archive / *name);
    report.generation = next_generation(archive);
    writer = make_merge_writer(archive, report.generation, live, options);
  } else {
    writer = std::make_unique<Transaction>(archive / live.generation);
  }
  return std::make_unique<UpdateTarget>(std::move(writer), live,
                                        archive_name(archive));
}

}  // namespace broadsheet
