#include "indexer/expurgation.h"

#include <fmt/format.h>
#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/cli/error.h"
#include "common/index/record.h"
#include "indexer/bulk/guard.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/bulk/table_check.h"
#include "indexer/generations.h"
#include "indexer/settings.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// Bytes of documents in memory.
constexpr std::size_t kMemory = std::size_t{256} << 20;

IndexDocument index_document(const Xapian::Document& stored, Story&& story,
                             std::string&& data,
                             const TermList::Vocabulary& vocabulary) {
  IndexDocument document;
  document.terms = TermList(vocabulary);
  document.id = std::move(story.id);
  document.data = std::move(data);
  document.dense = true;
  for (auto at = stored.termlist_begin(); at != stored.termlist_end(); ++at)
    document.terms.add(
        *at, at.get_wdf(),
        std::vector<Position>(at.positionlist_begin(), at.positionlist_end()));
  for (auto at = stored.values_begin(); at != stored.values_end(); ++at)
    document.values.emplace_back(at.get_valueno(), *at);
  return document;
}

/// All of it, but for what overrides say of withdrawn stories.
std::map<std::string, std::string> metadata_of(const Xapian::Database& database,
                                               const Withholding& withholding) {
  std::map<std::string, std::string> metadata;
  for (auto key = database.metadata_keys_begin();
       key != database.metadata_keys_end(); ++key)
    metadata[*key] = database.get_metadata(*key);
  Settings settings = settings_from_json(metadata["settings"]);
  if (std::erase_if(settings.overrides, [&](const Override& row) {
        return withholding.names(row.id);
      }) > 0)
    metadata["settings"] = to_json(settings);
  return metadata;
}

/// Where the documents go.
class Copy {
 public:
  virtual ~Copy() = default;
  virtual void add(Xapian::docid docid, const Xapian::Document& stored,
                   Story&& story, std::string&& data) = 0;
  virtual void finish(const std::map<std::string, std::string>& metadata) = 0;
};

class BulkCopy : public Copy {
 public:
  explicit BulkCopy(const fs::path& to) : to_(to) {
    fs::create_directory(to / "segments");
  }

  void add(Xapian::docid docid, const Xapian::Document& stored, Story&& story,
           std::string&& data) override {
    segment_->add(docid, index_document(stored, std::move(story),
                                        std::move(data), vocabulary_));
    any_ = true;
    if (segment_->memory() + vocabulary_->memory() >= kMemory) write();
  }

  void finish(const std::map<std::string, std::string>& metadata) override {
    if (any_) write();
    bulk::MergeOptions options;
    options.metadata = metadata;
    bulk::merge_segments(segments_, to_.string(), options);
    fs::remove_all(to_ / "segments");
  }

 private:
  void write() {
    segments_.push_back(
        (to_ / "segments" / std::to_string(segments_.size())).string());
    segment_->write(segments_.back(), bulk::Sync::kNo);
    segment_ = std::make_unique<bulk::SegmentBuilder>();
    vocabulary_ = std::make_shared<StringTable>();
    any_ = false;
  }

  const fs::path to_;
  std::unique_ptr<bulk::SegmentBuilder> segment_ =
      std::make_unique<bulk::SegmentBuilder>();
  TermList::Vocabulary vocabulary_ = std::make_shared<StringTable>();
  bool any_ = false;
  std::vector<std::string> segments_;
};

class ApiCopy : public Copy {
 public:
  explicit ApiCopy(const fs::path& to)
      : database_(to.string(), Xapian::DB_CREATE_OR_OVERWRITE) {}

  void add(Xapian::docid docid, const Xapian::Document& stored, Story&&,
           std::string&&) override {
    database_.replace_document(docid, stored);
  }
  void finish(const std::map<std::string, std::string>& metadata) override {
    for (const auto& [key, value] : metadata)
      if (!value.empty()) database_.set_metadata(key, value);
    database_.commit();
  }

 private:
  Xapian::WritableDatabase database_;
};

std::unique_ptr<Copy> copy_into(const fs::path& to) {
  std::string why_not;
  if (bulk::loader_usable(to.parent_path() / "loader-checked", &why_not))
    return std::make_unique<BulkCopy>(to);
  return std::make_unique<ApiCopy>(to);
}

}  // namespace

std::size_t expurgate(const fs::path& from, const fs::path& to,
                      Withholding& withholding) {
  make_private_directory(to);
  const Xapian::Database database(from.string());
  const auto copy = copy_into(to);
  std::size_t left_out = 0;
  const std::string every;
  for (auto at = database.postlist_begin(every);
       at != database.postlist_end(every); ++at) {
    const auto stored = database.get_document(*at);
    std::string data = stored.get_data();
    Story story = decode(data);
    const std::string& newest = story.newest.empty() ? story.id : story.newest;
    if (withholding.covers(story.id, newest, story.article))
      ++left_out;
    else
      copy->add(*at, stored, std::move(story), std::move(data));
  }
  copy->finish(metadata_of(database, withholding));
  bulk::check_tables(to.string());
  const auto kept = Xapian::Database(to.string()).get_doccount();
  if (kept + left_out != database.get_doccount())
    throw Error(fmt::format("{}: holds {} stories, not {}", to.string(), kept,
                            database.get_doccount() - left_out));
  return left_out;
}

}  // namespace broadsheet
