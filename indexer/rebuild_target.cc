#include <fmt/format.h>

#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/generation_check.h"
#include "indexer/generations.h"
#include "indexer/journal.h"
#include "indexer/target.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

class RebuildTarget : public Target {
 public:
  /// `progress` is what `journal` says; without a journal every run is whole.
  RebuildTarget(fs::path archive, std::string generation, const Live& live,
                std::unique_ptr<Builder> builder,
                std::optional<Journal> journal, Checkpoint progress,
                std::chrono::seconds every)
      : archive_(std::move(archive)),
        generation_(std::move(generation)),
        live_(live),
        builder_(std::move(builder)),
        journal_(std::move(journal)),
        every_(every),
        before_(std::move(progress)) {
    for (const auto& file : before_.files)
      for (const auto& [id, docid] : file.puts) enter(id, docid);
    last_docid_ = before_.last_docid;
  }

  std::optional<DoneBefore> done_before() override {
    if (before_.segments.empty()) return std::nullopt;
    DoneBefore done{before_.started, {}};
    for (auto& file : before_.files) done.notes.push_back(std::move(file.note));
    return done;
  }

  void begin_file(const std::string& stamp) override {
    if (stamp.empty() || stamp != before_.begun) drop_put_before();
    begun_ = stamp;
  }

  StoryState put(Incoming&& incoming) override {
    if (const auto docid = put_before(incoming.id)) {
      note_put(incoming.id, *docid);
      return StoryState::kIndexed;
    }
    if (auto added = added_before(incoming.id); !added.empty())
      incoming.added = std::move(added);
    note_put(incoming.id, ++last_docid_);
    builder_->add(last_docid_, std::move(incoming));
    if (is_due()) checkpoint();
    return StoryState::kIndexed;
  }

  void end_file(const std::string& note) override {
    drop_put_before();
    if (journal_) journal_->add({note, std::move(puts_)});
    puts_.clear();
    begun_.clear();
  }

  void end_files() override {
    drop_put_before();
    checkpoint();
    journal_.reset();
  }

  bool remove(const std::string& id) override {
    const auto docid = docids_.of(id);
    if (docid == 0) return false;
    builder_->drop(docid);
    docids_.set(id, 0);
    return true;
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    metadata_.insert_or_assign(metadata_.end(), key, value);  // mostly the last
  }

  TargetCounts finish() override {
    const fs::path generation = archive_ / generation_;
    unsound_if_damaged(generation, [&] { builder_->finish(metadata_); });
    builder_.reset();
    return check_stories(generation, docids_.size(), docids_);
  }

  void publish() override { broadsheet::publish(archive_, generation_); }

  void cancel() override {
    builder_.reset();
    discard(archive_, generation_);
  }

  void suspend() override {
    if (builder_) checkpoint();
    builder_.reset();
    if (!is_unfinished(archive_ / generation_)) cancel();
  }

 private:
  /// A story takes the place of the one with its id.
  void enter(const std::string& id, std::uint32_t docid) {
    if (const auto before = docids_.of(id)) builder_->drop(before);
    docids_.set(id, docid);
  }

  void note_put(const std::string& id, std::uint32_t docid) {
    enter(id, docid);
    if (journal_) puts_.emplace_back(id, docid);
  }

  /// The docid of the next story, if a run before put it.
  std::optional<std::uint32_t> put_before(const std::string& id) {
    if (next_before_ == before_.puts.size()) return std::nullopt;
    const auto& [same, docid] = before_.puts[next_before_];
    if (same == id) {
      ++next_before_;
      return docid;
    }
    drop_put_before();
    return std::nullopt;
  }

  void drop_put_before() {
    for (; next_before_ < before_.puts.size(); ++next_before_)
      builder_->drop(before_.puts[next_before_].second);
  }

  bool is_due() const {
    return journal_ && std::chrono::steady_clock::now() - saved_ >= every_;
  }

  void checkpoint() {
    if (!journal_) return;
    if (auto segments = builder_->checkpoint())
      journal_->checkpoint(
          {0, {}, std::move(*segments), last_docid_, begun_, puts_});
    else
      journal_.reset();
    saved_ = std::chrono::steady_clock::now();
  }

  /// When the archive first had the story; empty if it never did.
  std::string added_before(const std::string& id) const {
    if (live_.generation.empty()) return {};
    const Xapian::docid docid = docid_of(live_.database, id);
    if (docid == 0) return {};
    return live_.database.get_document(docid, Xapian::DOC_ASSUME_VALID)
        .get_value(kSlotAdded);
  }

  const fs::path archive_;
  const std::string generation_;
  const Live& live_;
  std::unique_ptr<Builder> builder_;
  std::optional<Journal> journal_;
  const std::chrono::seconds every_;
  std::chrono::steady_clock::time_point saved_ =
      std::chrono::steady_clock::now();
  Checkpoint before_;            ///< when this run began
  std::size_t next_before_ = 0;  ///< of before_.puts: not yet put again
  std::string begun_;            ///< the stamp of the file that is being put
  Puts puts_;                    ///< of that file
  std::map<std::string, std::string> metadata_;
  Docids docids_;
  std::uint32_t last_docid_ = 0;
};

/// A generation that is being built, and how far it has come.
struct Building {
  std::string generation;
  std::optional<Journal> journal;
  Checkpoint progress;
};

/// Goes on with the unfinished generation, or begins one; a generation that
/// cannot be gone on with is removed.
Building begin(const fs::path& archive, const std::string& key,
               std::int64_t started) {
  Building building;
  if (const auto name = unfinished(archive)) {
    building.generation = *name;
    building.journal = Journal::resume(archive / *name, key, building.progress);
    if (building.journal) return building;
    building.progress = {};
    fs::remove_all(archive / *name);
  }
  building.generation = next_generation(archive);
  make_private_directory(archive / building.generation);
  building.journal.emplace(archive / building.generation, key, started);
  return building;
}

}  // namespace

std::unique_ptr<Target> make_rebuild_target(
    const fs::path& archive, const std::string& key, std::int64_t started,
    const Live& live, const Gazetteer& gazetteer, const RebuildOptions& options,
    Report& report) {
  const bool bulk = options.loader == Loader::kBulk;
  Building building = begin(archive, fmt::format("{} {}", key, bulk), started);
  report.generation = building.generation;
  if (!bulk) building.journal.reset();
  const fs::path directory = archive / building.generation;
  const BuilderOptions how{options.jobs, options.memory, archive_name(archive),
                           building.progress.segments};
  return std::make_unique<RebuildTarget>(
      archive, building.generation, live,
      bulk ? make_bulk_builder(directory, gazetteer, how)
           : make_api_builder(directory, gazetteer, how),
      std::move(building.journal), std::move(building.progress),
      options.checkpoint);
}

}  // namespace broadsheet
