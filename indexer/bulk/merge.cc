#include "indexer/bulk/merge.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>
#include <utility>

#include "common/cli/error.h"
#include "common/disk/file.h"
#include "indexer/bulk/database_cursor.h"
#include "indexer/bulk/encoding.h"
#include "indexer/bulk/group_merger.h"
#include "indexer/bulk/position_writer.h"
#include "indexer/bulk/posting_list.h"
#include "indexer/bulk/table_check.h"
#include "indexer/bulk/task_threads.h"
#include "indexer/bulk/termlist.h"

namespace broadsheet::bulk {
namespace {

constexpr std::string_view kMetadataKey{"\0\xc0", 2};
constexpr std::string_view kBoundsKey{"\0\xd0", 2};

/// Goes on to the group of this key; false if there is none.
bool go_to(GroupMerger& in, std::string_view key) {
  while (in.next_group() && in.key() <= key) {
    if (in.key() == key) return true;
    while (in.next()) {
    }
  }
  return false;
}

/// What the database keeps of a slot: how many values, the least, the greatest.
struct ValueBounds {
  std::uint64_t count = 0;
  std::string least;
  std::string greatest;

  void add(std::string_view value) {
    if (count == 0 || value < least) least = value;
    if (value > greatest) greatest = value;
    ++count;
  }
};

/// A document's list of terms, which one segment holds, then its list of slots,
/// of which several segments may hold some.
class TermlistWriter {
 public:
  explicit TermlistWriter(BtreeWriter& table) : table_(table) {}

  void add_terms(std::uint64_t docid, std::string_view tag, bool compressed) {
    if (docid == docid_)
      throw Error(fmt::format("document {} is in two segments", docid));
    finish();
    docid_ = docid;
    key_.clear();
    append_sortable(key_, docid);
    table_.add(key_, tag, compressed);
  }

  void add_slots(std::uint64_t docid, std::string_view tag) {
    if (docid != docid_)
      throw Error(fmt::format("document {} is in no segment", docid));
    slots_ = slots_.empty() ? std::string(tag) : unite_slots(slots_, tag);
  }

  void finish() {
    if (!slots_.empty()) table_.add(key_ + '\0', slots_);
    slots_.clear();
  }

 private:
  BtreeWriter& table_;
  std::uint64_t docid_ = 0;
  std::string key_;
  std::string slots_;
};

/// Lets the other threads go first: while tables are still being written, the
/// last check, which none is beside, waits for them.
void give_way() {
  constexpr int kNicer = 5;
  [[maybe_unused]] const int now = ::nice(kNicer);  // the thread, on Linux
}

class Merge {
 public:
  Merge(std::span<const std::string> segments, std::string directory,
        const MergeOptions& options);

  Statistics run();
  void each_value_of(unsigned slot, const auto& visit) const;

 private:
  void will_write(std::initializer_list<TableKind> kinds,
                  void (Merge::*write)());
  void will_check(TableKind kind);
  std::future<void> begin_force(TableKind kind) const;

  // These may run side by side: each sets what is its own.
  void count_documents();
  void write_docdata();
  void write_termlist();
  void write_postings();

  void write_metadata(BtreeWriter& postlist) const;
  void write_bounds(BtreeWriter& postlist) const;
  void write_values(GroupMerger& in, BtreeWriter& postlist) const;
  void write_lengths(GroupMerger& in, BtreeWriter& postlist) const;
  void write_term(GroupMerger& in, PostingListWriter& postings,
                  PositionWriter& positions);

  template <typename Action>
  void each_value(GroupMerger& in, Action action) const;
  template <typename Action>
  void each_length(GroupMerger& in, Action action) const;

  std::vector<std::string> completed() const;

  BtreeWriter writer(TableKind kind) const {
    return {table_path(directory_, kind), options_.block_size, options_.sync};
  }
  /// Of those segments that are there from the beginning.
  GroupMerger reader(Section section) const { return of(segments_, section); }
  /// Waits for the one that is made meanwhile.
  GroupMerger whole_reader(Section section) const {
    return of(whole_.get(), section);
  }
  GroupMerger of(std::span<const std::string> segments, Section section) const {
    return {options_.old, segments, section, options_.memory / kReaders};
  }
  bool dropped(std::uint64_t docid) const {
    return docid < dropped_.size() && dropped_[docid];
  }

  static constexpr std::size_t kReaders = 4;  ///< side by side

  std::span<const std::string> segments_;
  std::packaged_task<std::vector<std::string>()> complete_;
  std::shared_future<std::vector<std::string>> whole_;
  std::string directory_;
  const MergeOptions& options_;
  std::vector<bool> dropped_;
  VersionFile version_;
  std::uint32_t max_wdf_ = 0;
  std::vector<Task> tasks_;
  std::shared_future<void> counted_;
  std::array<std::shared_future<void>, kTables> written_;  ///< by table
  std::vector<std::future<void>> checked_;
};

Merge::Merge(std::span<const std::string> segments, std::string directory,
             const MergeOptions& options)
    : segments_(segments),
      complete_([this] { return completed(); }),
      whole_(complete_.get_future().share()),
      directory_(std::move(directory)),
      options_(options) {
  version_.block_size = options.block_size;
  for (const std::uint32_t docid : options.dropped) {
    if (docid >= dropped_.size()) dropped_.resize(docid + std::size_t{1});
    dropped_[docid] = true;
  }
}

Statistics Merge::run() {
  if (std::filesystem::exists(directory_ + "/iamglass"))
    throw Error(directory_ + ": holds a database already");
  // Of two threads neither waits long for the other in this order.
  tasks_.emplace_back([this] { complete_(); });
  counted_ =
      tasks_.emplace_back([this] { count_documents(); }).get_future().share();
  will_write({kDocdata}, &Merge::write_docdata);
  will_write({kPostlist, kPosition}, &Merge::write_postings);
  will_write({kTermlist}, &Merge::write_termlist);
  will_check(kTermlist);
  will_check(kPosition);
  will_check(kPostlist);
  will_check(kDocdata);
  run_tasks(tasks_, options_.threads);
  // What is wrong with the documents, the termlist says best.
  for (const auto kind : {kTermlist, kDocdata, kPostlist, kPosition})
    written_[kind].get();
  counted_.get();
  version_.statistics.max_wdf = max_wdf_;
  for (auto& checked : checked_) checked.get();
  write_version_file(directory_, version_, options_.sync);
  return version_.statistics;
}

void Merge::will_write(std::initializer_list<TableKind> kinds,
                       void (Merge::*write)()) {
  tasks_.emplace_back([this, write] { (this->*write)(); });
  const auto written = tasks_.back().get_future().share();
  for (const TableKind kind : kinds) written_[kind] = written;
}

void Merge::will_check(TableKind kind) {
  if (!options_.check) return;
  tasks_.emplace_back([this, kind] {
    written_[kind].get();
    counted_.get();
    auto forced = begin_force(kind);
    std::async(std::launch::async, [this, kind] {
      give_way();
      check_table_apart(directory_, kind, version_.tables[kind],
                        version_.block_size, version_.statistics);
    }).get();
    if (forced.valid()) forced.get();
  });
  checked_.push_back(tasks_.back().get_future());
}

/// Waiting for the disk takes no processor from the check.
std::future<void> Merge::begin_force(TableKind kind) const {
  if (options_.sync != Sync::kBegun || version_.tables[kind].blocks == 0)
    return {};
  return broadsheet::begin_force(table_path(directory_, kind));
}

std::vector<std::string> Merge::completed() const {
  std::vector<std::string> all(segments_.begin(), segments_.end());
  if (options_.values) all.push_back(options_.values());
  return all;
}

void Merge::each_value_of(unsigned slot, const auto& visit) const {
  std::string key(kValuesKey);
  append_uint(key, slot);
  GroupMerger in = reader(kPostingsSection);
  if (!go_to(in, key)) return;
  each_value(in, [&](std::uint64_t docid, std::string_view value) {
    visit(static_cast<std::uint32_t>(docid), value);
  });
}

void Merge::count_documents() {
  GroupMerger in = reader(kPostingsSection);
  if (!go_to(in, kLengthsKey)) return;
  Statistics& all = version_.statistics;
  each_length(in, [&](std::uint32_t docid, std::uint32_t length) {
    ++all.documents;
    all.last_docid = docid;
    all.total_length += length;
    all.longest = std::max(all.longest, length);
    if (length != 0 && (all.shortest == 0 || length < all.shortest))
      all.shortest = length;
  });
}

void Merge::write_docdata() {
  BtreeWriter table = writer(kDocdata);
  GroupMerger in = reader(kDocdataSection);
  std::string key;
  while (in.next_group()) {
    while (in.next()) {
      const auto& [docid, compressed, data] = in.record();
      if (dropped(docid)) continue;
      key.clear();
      append_sortable(key, docid);
      table.add(key, data, compressed != 0);
    }
  }
  version_.tables[kDocdata] = table.finish();
}

void Merge::write_termlist() {
  BtreeWriter table = writer(kTermlist);
  table.create();
  TermlistWriter list(table);
  GroupMerger in = whole_reader(kTermlistSection);
  while (in.next_group()) {
    while (in.next()) {
      const auto& [id, compressed, tag] = in.record();
      if (dropped(id / 2)) continue;
      if (id % 2 == 0)
        list.add_terms(id / 2, tag, compressed != 0);
      else
        list.add_slots(id / 2, tag);
    }
  }
  list.finish();
  version_.tables[kTermlist] = table.finish();
}

void Merge::write_postings() {
  BtreeWriter postlist = writer(kPostlist), position = writer(kPosition);
  postlist.create();
  write_metadata(postlist);
  write_bounds(postlist);
  GroupMerger in = whole_reader(kPostingsSection);
  PostingListWriter postings(postlist);
  PositionWriter positions(position, options_.threads > 1
                                         ? std::launch::async
                                         : std::launch::deferred);
  while (in.next_group()) {
    if (is_term(in.key()))
      write_term(in, postings, positions);
    else if (in.key() == kLengthsKey)
      write_lengths(in, postlist);
    else
      write_values(in, postlist);
  }
  positions.finish();
  version_.tables[kPostlist] = postlist.finish();
  version_.tables[kPosition] = position.finish();
}

void Merge::write_metadata(BtreeWriter& postlist) const {
  auto given = options_.metadata.begin();
  const auto write_given_before = [&](const std::string* name) {
    for (; given != options_.metadata.end() &&
           (name == nullptr || given->first < *name);
         ++given)
      if (!given->second.empty())
        postlist.add(std::string(kMetadataKey) + given->first, given->second);
  };
  if (!options_.old.empty()) {
    BtreeReader old = open_table(options_.old, kPostlist);
    while (old.next() && old.key() < kBoundsKey) {
      const std::string name(old.key().substr(kMetadataKey.size()));
      write_given_before(&name);
      if (!options_.metadata.contains(name)) postlist.add(old.key(), old.tag());
    }
  }
  write_given_before(nullptr);
}

// These stand in front of the values themselves, which are read twice for it.
void Merge::write_bounds(BtreeWriter& postlist) const {
  std::map<std::string, ValueBounds> slots;
  GroupMerger in = whole_reader(kPostingsSection);
  while (in.next_group() && in.key().starts_with(kValuesKey)) {
    std::string_view number = std::string_view(in.key());
    number.remove_prefix(kValuesKey.size());
    std::uint64_t slot = 0;
    take_uint(number, slot);
    std::string key(kBoundsKey);
    append_last_uint(key, slot);
    ValueBounds& bounds = slots[key];
    each_value(
        in, [&](std::uint64_t, std::string_view value) { bounds.add(value); });
  }
  for (const auto& [key, bounds] : slots) {
    if (bounds.count == 0) continue;
    std::string tag;
    append_uint(tag, bounds.count);
    append_string(tag, bounds.least);
    if (bounds.greatest != bounds.least) tag += bounds.greatest;
    postlist.add(key, tag);
  }
}

/// One value a document: the last segment's, where several have one.
template <typename Action>
void Merge::each_value(GroupMerger& in, Action action) const {
  std::uint64_t docid = 0;
  std::string value;
  while (in.next()) {
    const Record& record = in.record();
    if (dropped(record.id)) continue;
    if (record.id != docid && docid != 0) action(docid, value);
    docid = record.id;
    value = record.bytes;
  }
  if (docid != 0) action(docid, value);
}

void Merge::write_values(GroupMerger& in, BtreeWriter& postlist) const {
  ValueListWriter list(postlist);
  each_value(in, [&](std::uint64_t docid, std::string_view value) {
    list.add(in.key(), static_cast<std::uint32_t>(docid), value);
  });
  list.finish();
}

template <typename Action>
void Merge::each_length(GroupMerger& in, Action action) const {
  while (in.next()) {
    const auto& [docid, length, nothing] = in.record();
    if (dropped(docid)) continue;
    action(static_cast<std::uint32_t>(docid),
           static_cast<std::uint32_t>(length));
  }
}

void Merge::write_lengths(GroupMerger& in, BtreeWriter& postlist) const {
  PostingListWriter list(postlist);
  each_length(in, [&](std::uint32_t docid, std::uint32_t length) {
    list.add(docid, length);
  });
  if (!list.empty()) list.finish_lengths(in.key());
}

void Merge::write_term(GroupMerger& in, PostingListWriter& postings,
                       PositionWriter& positions) {
  positions.begin_term(in.key());
  while (in.next()) {
    const auto& [id, number, bytes] = in.record();
    if (dropped(id)) continue;
    const auto wdf = static_cast<std::uint32_t>(number);
    max_wdf_ = std::max(max_wdf_, wdf);
    postings.add(static_cast<std::uint32_t>(id), wdf);
    if (!bytes.empty()) positions.add(id, bytes);
  }
  if (!postings.empty()) postings.finish_term(in.key());
}

}  // namespace

void each_merged_value(
    std::span<const std::string> segments, const MergeOptions& options,
    unsigned slot,
    const std::function<void(std::uint32_t, std::string_view)>& visit) {
  Merge(segments, {}, options).each_value_of(slot, visit);
}

Statistics merge_segments(std::span<const std::string> segments,
                          const std::string& directory,
                          const MergeOptions& options) {
  return Merge(segments, directory, options).run();
}

}  // namespace broadsheet::bulk
