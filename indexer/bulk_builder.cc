#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/builder.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/copy_slots.h"
#include "indexer/maker_threads.h"
#include "indexer/memory_budget.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

class BulkBuilder : public Builder {
 public:
  BulkBuilder(const fs::path& generation, const Gazetteer& gazetteer,
              const BuilderOptions& options)
      : generation_(generation),
        segments_directory_(generation / kSegmentsName),
        gazetteer_(gazetteer),
        options_(options),
        budget_(options.memory, options.jobs),
        segments_(options.segments),
        makers_(options.jobs, [this](const auto& next) { make(next); }) {
    fs::create_directories(segments_directory_);
  }

  void add(std::uint32_t docid, Incoming&& story) override {
    makers_.add({docid, std::move(story)});
  }

  void drop(std::uint32_t docid) override { dropped_.push_back(docid); }

  std::optional<std::vector<std::string>> checkpoint() override {
    makers_.finish();
    return segments_;
  }

  void finish(const std::map<std::string, std::string>& metadata) override {
    makers_.finish();
    bulk::MergeOptions options;
    options.metadata = metadata;
    options.dropped = dropped_;
    options.threads = options_.jobs;
    options.sync = bulk::Sync::kBegun;  // publication syncs every file
    options.memory = std::min(options.memory, options_.memory / 4);
    options.values = [&] { return group_copies(options); };
    options.check = true;
    bulk::merge_segments(segments_, generation_.string(), options);
  }

 private:
  /// The copy groups of what will be merged, as a segment; its path.
  std::string group_copies(const bulk::MergeOptions& options) {
    bulk::SegmentBuilder segment;
    const auto values_of = [&](unsigned slot, const VisitValue& visit) {
      bulk::each_merged_value(segments_, options, slot, visit);
    };
    each_changed_copy(values_of, [&](std::uint32_t docid, const auto& slots) {
      segment.add_values(docid, {slots.begin(), slots.end()});
    });
    const fs::path path = segments_directory_ / "copies";
    segment.write(path, bulk::Sync::kNo);
    return path;
  }

  /// Each thread's part: its stories, in segments of its own.
  void make(const MakerThreads::Next& next) {
    StoryMaker maker(gazetteer_, options_.archive);
    std::unique_ptr<bulk::SegmentBuilder> segment;
    std::size_t held = 0;
    const auto write_segment = [&] {
      if (segment) write(*segment);
      segment.reset();
      budget_.release(std::exchange(held, 0));
    };
    while (auto batch = next()) {
      const std::vector<IndexDocument> documents = maker.make(*batch);
      for (std::size_t n = 0; n < documents.size(); ++n) {
        if (segment && !segment->takes(documents[n])) write_segment();
        if (!segment) segment = std::make_unique<bulk::SegmentBuilder>();
        segment->add((*batch)[n].docid, documents[n]);
      }
      const std::size_t now = segment->memory() + maker.terms_memory();
      budget_.hold(now - held);
      held = now;
      if (held < std::min(budget_.share(), enough())) continue;
      write_segment();
      maker.forget_terms();
    }
    write_segment();
  }

  /// Bytes that a thread should hold: with more it only has more of its terms
  /// outside of the processor's caches. Grows, lest merging get too many.
  std::size_t enough() {
    constexpr std::size_t kFirst = std::size_t{64} << 20, kDoubledAfter = 64;
    const std::lock_guard lock(mutex_);
    return kFirst << std::min<std::size_t>(segments_.size() / kDoubledAfter, 8);
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
  MemoryBudget budget_;
  std::vector<std::uint32_t> dropped_;
  std::mutex mutex_;  ///< guards segments_
  std::vector<std::string> segments_;
  MakerThreads makers_;  ///< last: its threads use the others
};

}  // namespace

std::unique_ptr<Builder> make_bulk_builder(const fs::path& generation,
                                           const Gazetteer& gazetteer,
                                           const BuilderOptions& options) {
  return std::make_unique<BulkBuilder>(generation, gazetteer, options);
}

}  // namespace broadsheet
