#include "indexer/bulk/posting_list.h"

#include <utility>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kChunkSize = 2000;  // a chunk of so many bytes is full

}  // namespace

void PostingListWriter::add(std::uint32_t docid, std::uint64_t wdf) {
  if (chunks_.empty() || bytes_.size() - chunks_.back().begin >= kChunkSize)
    chunks_.push_back({docid, docid, bytes_.size()});
  else
    append_uint(bytes_, docid - chunks_.back().last - 1);
  append_uint(bytes_, wdf);
  chunks_.back().last = docid;
  ++frequency_;
  total_ += wdf;
}

void PostingListWriter::finish_term(std::string_view key) {
  finish(std::string(key), frequency_, total_, true);
}

void PostingListWriter::finish_lengths(std::string_view key) {
  finish(std::string(key), 0, 0, false);
}

// Chunks after the first are known by their first docid; behind a term it
// needs the zero that closes the term.
void PostingListWriter::finish(std::string key, std::uint64_t frequency,
                               std::uint64_t total, bool closing_zero) {
  std::string tag;
  append_uint(tag, frequency);
  append_uint(tag, total);
  append_uint(tag, chunks_.front().first - 1);
  std::size_t key_size = key.size();
  if (closing_zero) key_size = key.size() + 1;
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    const bool last = i + 1 == chunks_.size();
    const std::size_t end = last ? bytes_.size() : chunks_[i + 1].begin;
    append_bool(tag, last);
    append_uint(tag, chunk.last - chunk.first);
    tag.append(bytes_, chunk.begin, end - chunk.begin);
    if (i > 0) {
      key.resize(key_size, '\0');
      append_sortable(key, chunk.first);
    }
    table_.add(key, tag);
    tag.clear();
  }
  chunks_.clear();
  bytes_.clear();
  frequency_ = total_ = 0;
}

void ValueListWriter::add(std::string_view key, std::uint32_t docid,
                          std::string_view value) {
  if (tag_.empty()) {
    key_ = key;
    append_sortable(key_, docid);
  } else {
    append_uint(tag_, docid - last_ - 1);
  }
  append_string(tag_, value);
  last_ = docid;
  if (tag_.size() >= kChunkSize) finish();
}

void ValueListWriter::finish() {
  if (tag_.empty()) return;
  table_.add(key_, tag_);
  tag_.clear();
}

}  // namespace broadsheet::bulk
