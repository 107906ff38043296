#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/builder.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/copy_slots.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

struct Numbered {
  std::uint32_t docid = 0;
  Incoming story;
};
using Batch = std::vector<Numbered>;

/// Batches from the one reader to the makers, bounded in bytes. A batch is
/// taken in the order it was given, so each maker's docids rise.
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t most) : most_(most) {}

  /// Waits for room. False once failed() is set.
  bool give(Batch&& batch, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return held_ < most_ || failed_; });
    if (failed_) return false;
    held_ += bytes;
    batches_.emplace_back(std::move(batch), bytes);
    ready_.notify_one();
    return true;
  }

  /// The next batch; nothing at the end.
  std::optional<Batch> take() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return !batches_.empty() || ended_ || failed_; });
    if (batches_.empty() || failed_) return std::nullopt;
    auto [batch, bytes] = std::move(batches_.front());
    batches_.pop_front();
    held_ -= bytes;
    room_.notify_one();
    return std::move(batch);
  }

  /// What is there is the last, until begin().
  void end() { set(ended_); }
  void begin() { ended_ = false; }
  void fail() { set(failed_); }

 private:
  void set(bool& flag) {
    const std::lock_guard lock(mutex_);
    flag = true;
    ready_.notify_all();
    room_.notify_all();
  }

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable ready_, room_;
  std::deque<std::pair<Batch, std::size_t>> batches_;
  std::size_t held_ = 0;
  bool ended_ = false, failed_ = false;
};

class BulkBuilder : public Builder {
 public:
  BulkBuilder(const fs::path& generation, const Gazetteer& gazetteer,
              const BuilderOptions& options)
      : generation_(generation),
        segments_directory_(generation / kSegmentsName),
        gazetteer_(gazetteer),
        options_(options),
        queue_(kBatchBytes * (options.jobs + 2)),
        segments_(options.segments) {
    fs::create_directories(segments_directory_);
    start();
  }

  ~BulkBuilder() override { stop(); }

  void add(std::uint32_t docid, Incoming&& story) override {
    batch_bytes_ += story.article.body.size() + kStoryOverhead;
    batch_.push_back({docid, std::move(story)});
    if (batch_bytes_ >= kBatchBytes) give_batch();
  }

  void drop(std::uint32_t docid) override { dropped_.push_back(docid); }

  std::optional<std::vector<std::string>> checkpoint() override {
    write_all();
    queue_.begin();
    start();
    return segments_;
  }

  void finish(const std::map<std::string, std::string>& metadata) override {
    write_all();
    bulk::MergeOptions options;
    options.metadata = metadata;
    options.dropped = dropped_;
    options.parallel = options_.jobs > 1;
    group_copies(options);
    bulk::merge_segments(segments_, generation_.string(), options);
  }

 private:
  static constexpr std::size_t kBatchBytes = std::size_t{256} << 10;
  static constexpr std::size_t kStoryOverhead = 512;

  /// The copy groups of what will be merged, as one more segment.
  void group_copies(const bulk::MergeOptions& options) {
    bulk::SegmentBuilder segment;
    const auto values_of = [&](unsigned slot, const VisitValue& visit) {
      bulk::each_merged_value(segments_, options, slot, visit);
    };
    each_changed_copy(values_of, [&](std::uint32_t docid, const auto& slots) {
      segment.add_values(docid, {slots.begin(), slots.end()});
    });
    write(segment);
  }

  void start() {
    for (unsigned job = 0; job < options_.jobs; ++job)
      makers_.emplace_back([this] { make_reporting(); });
  }

  /// Ends the makers, who write what they have.
  void write_all() {
    give_batch();
    queue_.end();
    for (auto& maker : makers_) maker.join();
    makers_.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

  void give_batch() {
    if (batch_.empty()) return;
    if (!queue_.give(std::move(batch_), batch_bytes_)) {
      stop();
      std::rethrow_exception(failure_);
    }
    batch_.clear();
    batch_bytes_ = 0;
  }

  void stop() {
    queue_.fail();
    for (auto& maker : makers_)
      if (maker.joinable()) maker.join();
  }

  void make_reporting() {
    try {
      make_documents();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      queue_.fail();
    }
  }

  void make_documents() {
    StoryMaker maker(gazetteer_, options_.archive);
    const std::size_t share = options_.memory / options_.jobs;
    std::unique_ptr<bulk::SegmentBuilder> segment;
    const auto write_segment = [&] {
      if (segment) write(*segment);
      segment.reset();
    };
    while (auto batch = queue_.take()) {
      for (auto& [docid, story] : *batch) {
        const IndexDocument document = maker.make(std::move(story));
        if (segment && !segment->takes(document)) write_segment();
        if (!segment) segment = std::make_unique<bulk::SegmentBuilder>();
        segment->add(docid, document);
      }
      if (segment->memory() + maker.terms_memory() < share) continue;
      write_segment();
      maker.forget_terms();
    }
    write_segment();
  }

  void write(const bulk::SegmentBuilder& segment) {
    std::string path;
    {
      const std::lock_guard lock(mutex_);
      path = (segments_directory_ / std::to_string(segments_.size())).string();
      segments_.push_back(path);
    }
    segment.write(path, bulk::Sync::kNo);
  }

  const fs::path generation_, segments_directory_;
  const Gazetteer& gazetteer_;
  const BuilderOptions options_;
  BatchQueue queue_;
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  std::vector<std::uint32_t> dropped_;
  std::vector<std::string> segments_;
  std::mutex mutex_;  ///< guards segments_ and failure_
  std::exception_ptr failure_;
  std::vector<std::thread> makers_;
};

}  // namespace

std::unique_ptr<Builder> make_bulk_builder(const fs::path& generation,
                                           const Gazetteer& gazetteer,
                                           const BuilderOptions& options) {
  return std::make_unique<BulkBuilder>(generation, gazetteer, options);
}

}  // namespace broadsheet
