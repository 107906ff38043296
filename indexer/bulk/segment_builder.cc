#include "indexer/bulk/segment_builder.h"

#include <fmt/format.h>

#include "common/cli/error.h"
#include "indexer/bulk/encoding.h"
#include "indexer/bulk/position_list.h"
#include "indexer/bulk/segment_file.h"
#include "indexer/bulk/termlist.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kMaxTermKey = 245;
constexpr std::size_t kNeverCompressed = 18;  // tags up to this size

}  // namespace

SegmentBuilder::SegmentBuilder(Compression compression)
    : compressor_(make_compressor(compression)),
      records_(std::make_unique<RecordMemory>()),
      postings_(*records_) {}

void SegmentBuilder::add(std::uint32_t docid, const IndexDocument& document) {
  begin(docid);
  add_terms(document.terms);
  std::uint64_t length = 0;
  for (const IndexTerm& term : document.terms.all()) length += term.wdf;
  postings_.add(kLengthsKey, {docid, length, {}});
  tag_.clear();
  append_termlist(tag_, document.terms, length);
  add_tag(termlist_, 2 * std::uint64_t{docid}, tag_);
  store_values(document.values);
  if (!document.data.empty()) add_tag(docdata_, docid, document.data);
}

void SegmentBuilder::add_values(std::uint32_t docid, const Values& values) {
  begin(docid);
  store_values(values);
}

void SegmentBuilder::begin(std::uint32_t docid) {
  if (docid <= docid_)
    throw Error(fmt::format("document {} comes after {}", docid, docid_));
  docid_ = docid;
}

void SegmentBuilder::add_terms(const TermList& terms) {
  numbers_.clear();
  for (const IndexTerm& term : terms.all())
    numbers_.push_back(postings_.announce(glass_key(term.term)));
  auto number = numbers_.begin();
  std::string_view before;
  for (const auto& [term, wdf, positions] : terms.all()) {
    if (term <= before) refuse("a term out of order");
    before = term;
    const std::string_view key = glass_key(term);
    if (key.size() > kMaxTermKey) refuse("a term that is too long");
    tag_.clear();
    if (!positions.empty()) append_positions(tag_, positions);
    postings_.add(key, *number++, {docid_, wdf, tag_});
  }
}

/// The term's key; it lies in key_ if it is not the term itself.
std::string_view SegmentBuilder::glass_key(std::string_view term) {
  if (term.find('\0') == term.npos) return term;
  key_.clear();
  append_sortable(key_, term);
  return key_;
}

void SegmentBuilder::store_values(const Values& values) {
  std::vector<std::uint64_t> slots;
  for (const auto& [slot, value] : values) {
    if (value.empty()) refuse("an empty value");
    if (!slots.empty() && slot <= slots.back()) refuse("a value out of order");
    slots.push_back(slot);
    key_ = kValuesKey;
    append_uint(key_, slot);
    postings_.add(key_, {docid_, 0, value});
  }
  tag_.clear();
  append_slots(tag_, slots);
  const std::uint64_t id = 2 * std::uint64_t{docid_} + 1;
  if (!slots.empty()) termlist_.add(*records_, {id, false, tag_});
}

void SegmentBuilder::refuse(const char* what) const {
  throw Error(fmt::format("document {} has {}", docid_, what));
}

void SegmentBuilder::add_tag(RecordChain& records, std::uint64_t id,
                             std::string_view tag) {
  std::string_view shorter;
  if (tag.size() > kNeverCompressed) shorter = compressor_->shorter(tag);
  const bool compressed = !shorter.empty();
  records.add(*records_, {id, compressed, compressed ? shorter : tag});
}

std::size_t SegmentBuilder::memory() const {
  return postings_.memory() + records_->size();
}

void SegmentBuilder::write(const std::string& path, Sync sync) const {
  SegmentWriter writer(path);
  writer.add(kDocdataSection, "d", docdata_);
  writer.add(kTermlistSection, "t", termlist_);
  postings_.for_each([&](std::string_view key, const RecordChain& records) {
    writer.add(kPostingsSection, key, records);
  });
  writer.finish(sync);
}

}  // namespace broadsheet::bulk
