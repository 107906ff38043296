#include <fmt/format.h>

#include <map>
#include <unordered_map>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/bulk/guard.h"
#include "indexer/generations.h"
#include "indexer/target.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

class RebuildTarget : public Target {
 public:
  RebuildTarget(fs::path archive, std::string generation, const Live& live,
                std::unique_ptr<Builder> builder)
      : archive_(std::move(archive)),
        generation_(std::move(generation)),
        live_(live),
        builder_(std::move(builder)) {}

  StoryState put(Incoming&& incoming) override {
    auto& docid = docids_[incoming.id];
    if (docid != 0) builder_->drop(docid);
    docid = ++last_docid_;
    if (auto added = added_before(incoming.id); !added.empty())
      incoming.added = std::move(added);
    builder_->add(docid, std::move(incoming));
    return StoryState::kIndexed;
  }

  bool remove(const std::string& id) override {
    const auto at = docids_.find(id);
    if (at == docids_.end()) return false;
    builder_->drop(at->second);
    docids_.erase(at);
    return true;
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    metadata_[key] = value;
  }

  TargetCounts finish() override {
    builder_->finish(metadata_);
    builder_.reset();
    return check();
  }

  void publish() override {
    broadsheet::publish(archive_, generation_);
    prune(archive_);
  }

  void cancel() override {
    builder_.reset();
    fs::remove_all(archive_ / generation_);
  }

 private:
  /// When the archive first had the story; empty if it never did.
  std::string added_before(const std::string& id) const {
    if (live_.generation.empty()) return {};
    const std::string term = label_term("Q", id);
    const auto at = live_.database.postlist_begin(term);
    if (at == live_.database.postlist_end(term)) return {};
    return live_.database.get_document(*at, Xapian::DOC_ASSUME_VALID)
        .get_value(kSlotAdded);
  }

  /// What a generation must pass before anybody sees it: every table sound,
  /// every story there, and each found by its own id.
  TargetCounts check() const {
    const fs::path path = archive_ / generation_;
    bulk::check_tables(path.string());
    const Xapian::Database database(path.string());
    const auto counts = counts_of(database);
    const auto stamped = database.get_termfreq(label_term("XV:", kIndexVersion));
    if (counts.stories != docids_.size() || stamped != docids_.size())
      throw Error(fmt::format("{}: holds {} stories, not the {} that were read",
                              path.string(), counts.stories, docids_.size()));
    const std::size_t step = docids_.size() / kCanaries + 1;
    std::size_t n = 0;
    for (const auto& [id, docid] : docids_)
      if (n++ % step == 0 && !record_of(database, id))
        throw Error(fmt::format("{}: does not find the story {}", path.string(),
                                id));
    return counts;
  }
  static constexpr std::size_t kCanaries = 100;

  const fs::path archive_;
  const std::string generation_;
  const Live& live_;
  std::unique_ptr<Builder> builder_;
  std::map<std::string, std::string> metadata_;
  std::unordered_map<std::string, std::uint32_t> docids_;
  std::uint32_t last_docid_ = 0;
};

std::unique_ptr<Builder> make_builder(const fs::path& archive,
                                      const fs::path& generation,
                                      const Gazetteer& gazetteer,
                                      const RebuildOptions& options,
                                      std::string* note) {
  const BuilderOptions how{options.jobs, options.memory, archive_name(archive)};
  if (options.loader == Loader::kAuto &&
      bulk::loader_usable(archive / "loader-checked", note))
    return make_bulk_builder(generation, gazetteer, how);
  return make_api_builder(generation, gazetteer, how);
}

}  // namespace

std::unique_ptr<Target> make_rebuild_target(
    const fs::path& archive, const std::string& generation, const Live& live,
    const Gazetteer& gazetteer, const RebuildOptions& options,
    std::string* note) {
  const fs::path directory = archive / generation;
  make_private_directory(directory);
  return std::make_unique<RebuildTarget>(
      archive, generation, live,
      make_builder(archive, directory, gazetteer, options, note));
}

}  // namespace broadsheet
