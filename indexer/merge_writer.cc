#include <algorithm>
#include <unordered_map>

#include "common/index/fields.h"
#include "indexer/builder.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/copy_slots.h"
#include "indexer/generation_check.h"
#include "indexer/generations.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

class MergeWriter : public Writer {
 public:
  MergeWriter(fs::path archive, std::string generation, const Live& live,
              const RebuildOptions& options)
      : archive_(std::move(archive)),
        generation_(std::move(generation)),
        live_(live),
        memory_(options.memory),
        last_docid_(live.database.get_lastdocid()),
        stories_(live.database.get_doccount()) {
    merge_.old = (archive_ / live.generation).string();
    merge_.parallel = options.jobs > 1;
    make_private_directory(path());
    fs::create_directory(path() / kSegmentsName);
  }

  void put(const IndexDocument& document) override {
    remove(document.id);
    docids_[document.id] = ++last_docid_;
    ++stories_;
    if (!segment_->takes(document)) write_segment();
    segment_->add(last_docid_, document);
    if (segment_->memory() >= memory_) write_segment();
  }

  void remove(const std::string& id) override {
    const auto [at, first] = docids_.try_emplace(id, 0);
    const Xapian::docid old = first ? docid_of(live_.database, id) : at->second;
    at->second = 0;
    if (old == 0) return;
    merge_.dropped.push_back(old);
    --stories_;
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    merge_.metadata[key] = value;
  }

  TargetCounts finish() override {
    write_segment();
    bulk::merge_segments(segments_, path().string(), merge_);
    fs::remove_all(path() / kSegmentsName);
    unsound_if_damaged(path(), [&] { group_copies(); });
    Docids written;
    for (const auto& [id, docid] : docids_) written.set(id, docid);
    return check_generation(path(), stories_, written);
  }

  void commit() override { publish(archive_, generation_); }
  void cancel() override { discard(archive_, generation_); }

 private:
  /// Groups change among the old stories too.
  void group_copies() const {
    Xapian::WritableDatabase database(path().string(), Xapian::DB_OPEN);
    write_copy_slots(database);
    database.commit();
  }

  fs::path path() const { return archive_ / generation_; }

  void write_segment() {
    segments_.push_back(path() / kSegmentsName /
                        std::to_string(segments_.size()));
    segment_->write(segments_.back(), bulk::Sync::kNo);
    segment_ = std::make_unique<bulk::SegmentBuilder>();
  }

  const fs::path archive_;
  const std::string generation_;
  const Live& live_;
  const std::size_t memory_;
  bulk::MergeOptions merge_;
  std::unique_ptr<bulk::SegmentBuilder> segment_ =
      std::make_unique<bulk::SegmentBuilder>();
  std::vector<std::string> segments_;
  /// Of stories put or removed; 0: not there any more.
  std::unordered_map<std::string, std::uint32_t> docids_;
  std::uint32_t last_docid_;
  std::size_t stories_;  ///< that the generation will hold
};

}  // namespace

std::unique_ptr<Writer> make_merge_writer(const fs::path& archive,
                                          const std::string& generation,
                                          const Live& live,
                                          const RebuildOptions& options) {
  return std::make_unique<MergeWriter>(archive, generation, live, options);
}

}  // namespace broadsheet
