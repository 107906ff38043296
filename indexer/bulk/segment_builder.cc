#include "indexer/bulk/segment_builder.h"

#include <utility>

#include "common/cli/error.h"
#include "indexer/bulk/position_list.h"
#include "indexer/bulk/segment_file.h"
#include "indexer/bulk/termlist.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kMaxTermKey = 245;
constexpr std::size_t kNeverCompressed = 18;  // tags up to this size

}  // namespace

SegmentBuilder::SegmentBuilder(Compression compression)
    : compressor_(make_compressor(compression)) {}

void SegmentBuilder::add(std::uint32_t docid, IndexDocument&& document) {
  check_docid(docid);
  normalize(document.terms);
  std::uint64_t length = 0;
  for (const IndexTerm& term : document.terms) length += term.wdf;
  add_terms(docid, document.terms);
  postings_.add(kLengthsKey, {docid, length, {}});
  tag_.clear();
  append_termlist(tag_, document.terms, length);
  add_tag(termlist_, 2 * std::uint64_t{docid}, tag_);
  add_value_list(docid, document.values);
  if (!document.data.empty()) add_tag(docdata_, docid, document.data);
}

void SegmentBuilder::add_values(std::uint32_t docid,
                                std::vector<IndexValue>&& values) {
  check_docid(docid);
  add_value_list(docid, values);
}

void SegmentBuilder::check_docid(std::uint32_t docid) {
  if (docid <= last_docid_)
    throw Error("document " + std::to_string(docid) + " comes after " +
                std::to_string(last_docid_));
  last_docid_ = docid;
}

void SegmentBuilder::add_terms(std::uint32_t docid,
                               std::span<const IndexTerm> terms) {
  for (const IndexTerm& term : terms) {
    key_.clear();
    append_sortable(key_, term.term);
    if (key_.empty() || key_.size() > kMaxTermKey)
      throw Error("document " + std::to_string(docid) + ": a term of " +
                  std::to_string(key_.size()) + " bytes");
    tag_.clear();
    if (!term.positions.empty()) append_positions(tag_, term.positions);
    postings_.add(key_, {docid, term.wdf, tag_});
  }
}

void SegmentBuilder::add_value_list(std::uint32_t docid,
                                    std::vector<IndexValue>& values) {
  normalize(values);
  if (values.empty()) return;
  for (const IndexValue& value : values) {
    key_ = kValuesKey;
    append_uint(key_, value.slot);
    postings_.add(key_, {docid, 0, value.value});
  }
  tag_.clear();
  append_slots(tag_, values);
  termlist_.add({2 * std::uint64_t{docid} + 1, false, tag_});
}

void SegmentBuilder::add_tag(RecordBuffer& records, std::uint64_t id,
                             std::string_view tag) {
  std::string_view shorter;
  if (tag.size() > kNeverCompressed) shorter = compressor_->shorter(tag);
  const bool compressed = !shorter.empty();
  records.add({id, compressed, compressed ? shorter : tag});
}

std::size_t SegmentBuilder::memory() const {
  return postings_.memory() + docdata_.bytes().capacity() +
         termlist_.bytes().capacity();
}

void SegmentBuilder::write(const std::string& path, Sync sync) const {
  SegmentWriter writer(path);
  writer.add(kDocdataSection, "d", docdata_);
  writer.add(kTermlistSection, "t", termlist_);
  for (const Dictionary::Entry* entry : postings_.sorted())
    writer.add(kPostingsSection, entry->key, entry->records);
  writer.finish(sync);
}

}  // namespace broadsheet::bulk
