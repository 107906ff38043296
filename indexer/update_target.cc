#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/bulk/table_check.h"
#include "indexer/bulk/task_threads.h"
#include "indexer/copy_slots.h"
#include "indexer/generation_check.h"
#include "indexer/generations.h"
#include "indexer/target.h"
#include "indexer/update_documents.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

class UpdateTarget : public Target {
 public:
  UpdateTarget(fs::path archive, const Live& live,
               const RebuildOptions& options, Report& report)
      : archive_(std::move(archive)),
        live_(live),
        options_(options),
        bulk_(options.loader == Loader::kBulk),
        report_(report),
        last_docid_(live.database.get_lastdocid()) {
    report_.generation = live.generation;
    const std::size_t stories = live.database.get_doccount();
    if (bulk_)
      most_ = std::max(options.large_stories,
                       stories * options.large_percent / 100);
    documents_.emplace(archive_name(archive_), bulk_ ? options.jobs : 1,
                       options.memory, most_,
                       [this](Documents&& spilt) { spill(std::move(spilt)); });
  }

  StoryState put(Incoming&& incoming) override {
    Touched& story = touched(incoming.id);
    std::string before;
    if (story.old != 0) {
      before = live_.database.get_document(story.old).get_data();
      incoming.added = decode_head(before).added;
    }
    const bool again = std::exchange(story.again, true);
    replace(story, ++last_docid_);
    documents_->add({last_docid_, std::move(incoming), std::move(before)},
                    again);
    return story.old != 0 ? StoryState::kReplaced : StoryState::kIndexed;
  }

  bool proved_unchanged(const std::string& id) override {
    documents_->finish();
    const auto at = touched_.find(id);
    return at != touched_.end() && documents_->is_same(at->second.put);
  }

  bool remove(const std::string& id) override {
    Touched& story = touched(id);
    story.again = true;
    replace(story, 0);
    return story.old != 0;
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    metadata_[key] = value;
  }

  TargetCounts finish() override {
    documents_->finish();
    std::size_t stories = live_.database.get_doccount(), changes = 0;
    Docids written;
    for (const auto& [id, story] : touched_) {
      const bool stays =
          story.put == 0 ? story.old == 0 : documents_->keeps_old(story.put);
      if (stays) continue;
      ++changes;
      if (story.old != 0) dropped_.push_back(story.old);
      if (story.put != 0) written.set(id, story.put);
      stories += (story.put != 0);
      stories -= (story.old != 0);
    }
    if (changes == 0 || (segments_.empty() && changes <= most_) || !bulk_)
      return transact();
    return merge(stories, written);
  }

  void publish() override {
    if (merged_)
      broadsheet::publish(archive_, generation_);
    else
      transaction().commit();
  }

  void cancel() override {
    documents_.reset();
    if (transaction_) transaction_->cancel();
    if (!generation_.empty()) discard(archive_, generation_);
  }

 private:
  /// A story that was put or removed.
  struct Touched {
    std::uint32_t old = 0;  ///< its docid in the live generation
    std::uint32_t put = 0;  ///< the one it was put with last; 0: removed
    bool again = false;
  };

  Touched& touched(const std::string& id) {
    const auto [at, first] = touched_.try_emplace(id);
    if (first) at->second.old = docid_of(live_.database, id);
    return at->second;
  }

  void replace(Touched& story, std::uint32_t docid) {
    if (story.put != 0) dropped_.push_back(story.put);
    story.put = docid;
  }

  /// In the live generation, as a transaction.
  TargetCounts transact() {
    if (!generation_.empty()) discard(archive_, generation_);
    Documents documents;
    for (auto& held : documents_->held()) documents.merge(held);
    for (const auto docid : dropped_) documents.erase(docid);
    for (const auto& [id, story] : touched_)
      if (story.put == 0) transaction().remove(id);
    for (const auto& [docid, document] : documents) transaction().put(document);
    for (const auto& [key, value] : metadata_)
      transaction().set_metadata(key, value);
    return transaction().finish();
  }

  Transaction& transaction() {
    if (!transaction_) transaction_.emplace(archive_ / live_.generation);
    return *transaction_;
  }

  /// The live generation, less what is dropped, and the segments.
  TargetCounts merge(std::size_t stories, const Docids& written) {
    begin_generation();
    write_held();
    bulk::MergeOptions options;
    options.old = (archive_ / live_.generation).string();
    options.metadata = std::move(metadata_);
    options.dropped = std::move(dropped_);
    options.threads = options_.jobs;
    options.sync = bulk::Sync::kBegun;  // publication syncs every file
    options.memory = std::min(options.memory, options_.memory / 4);
    bulk::merge_segments(segments_, path().string(), options);
    fs::remove_all(path() / kSegmentsName);
    unsound_if_damaged(path(), [&] {
      group_copies();
      bulk::check_tables(path());
    });
    merged_ = true;
    report_.generation = generation_;
    return check_stories(path(), stories, written);
  }

  /// Groups change among the old stories too.
  void group_copies() const {
    Xapian::WritableDatabase database(path().string(), Xapian::DB_OPEN);
    write_copy_slots(database);
    database.commit();
  }

  void spill(Documents&& documents) {
    if (bulk_) return write_segments(std::move(documents));
    for (const auto& [docid, document] : documents) transaction().put(document);
  }

  void write_held() {
    std::vector<bulk::Task> tasks;
    for (auto& held : documents_->held())
      tasks.emplace_back([&] { write_segments(std::move(held)); });
    bulk::run_tasks(tasks, options_.jobs);
    for (auto& task : tasks) task.get_future().get();
  }

  void write_segments(Documents&& documents) {
    if (documents.empty()) return;
    auto segment = std::make_unique<bulk::SegmentBuilder>();
    for (auto at = documents.begin(); at != documents.end();
         at = documents.erase(at)) {
      if (!segment->takes(at->second)) {
        segment->write(next_segment(), bulk::Sync::kNo);
        segment = std::make_unique<bulk::SegmentBuilder>();
      }
      segment->add(at->first, at->second);
    }
    segment->write(next_segment(), bulk::Sync::kNo);
  }

  /// What a killed rebuild had done is of no use once this is published.
  void begin_generation() {
    if (!generation_.empty()) return;
    if (const auto name = unfinished(archive_))
      fs::remove_all(archive_ / *name);
    generation_ = next_generation(archive_);
    make_private_directory(path());
    fs::create_directory(path() / kSegmentsName);
  }

  std::string next_segment() {
    const std::lock_guard lock(mutex_);
    begin_generation();
    segments_.push_back(path() / kSegmentsName /
                        std::to_string(segments_.size()));
    return segments_.back();
  }

  fs::path path() const { return archive_ / generation_; }

  const fs::path archive_;
  const Live& live_;  ///< the archive as it was before this run
  const RebuildOptions options_;
  const bool bulk_;
  Report& report_;
  std::size_t most_ = 0;  ///< changes of a small update; 0 without the loader
  std::unordered_map<std::string, Touched> touched_;  ///< by id
  std::vector<std::uint32_t> dropped_;  ///< docids, old ones and new ones
  std::map<std::string, std::string> metadata_;
  std::uint32_t last_docid_;
  std::optional<Transaction> transaction_;
  bool merged_ = false;

  std::mutex mutex_;        ///< guards what follows
  std::string generation_;  ///< a new one; empty: none
  std::vector<std::string> segments_;
  std::optional<UpdateDocuments> documents_;  ///< last: it uses the others
};

}  // namespace

std::unique_ptr<Target> make_update_target(const fs::path& archive,
                                           const Live& live,
                                           const RebuildOptions& options,
                                           Report& report) {
  return std::make_unique<UpdateTarget>(archive, live, options, report);
}

}  // namespace broadsheet
