#include "indexer/bulk/posting_list.h"

#include <utility>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kChunkSize = 2000;  // a chunk of so many bytes is full

}  // namespace

void PostingListWriter::add(std::uint32_t docid, std::uint64_t wdf) {
  constexpr std::size_t kMost = 2 * kLongestUint;
  if (bytes_.size() - size_ < kMost) bytes_.resize(2 * bytes_.size() + kMost);
  char* at = bytes_.data() + size_;
  if (chunks_.empty() || size_ - chunks_.back().begin >= kChunkSize)
    chunks_.push_back({docid, docid, size_});
  else
    at = put_uint(at, docid - chunks_.back().last - 1);
  at = put_uint(at, wdf);
  size_ = static_cast<std::size_t>(at - bytes_.data());
  chunks_.back().last = docid;
  ++frequency_;
  total_ += wdf;
}

void PostingListWriter::finish_term(std::string_view key) {
  finish(key, frequency_, total_, true);
}

void PostingListWriter::finish_lengths(std::string_view key) {
  finish(key, 0, 0, false);
}

// Chunks after the first are known by their first docid; behind a term it
// needs the zero that closes the term.
void PostingListWriter::finish(std::string_view key, std::uint64_t frequency,
                               std::uint64_t total, bool closing_zero) {
  key_ = key;
  tag_.clear();
  append_uint(tag_, frequency);
  append_uint(tag_, total);
  append_uint(tag_, chunks_.front().first - 1);
  const std::size_t key_size = key.size() + (closing_zero ? 1 : 0);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    const bool last = i + 1 == chunks_.size();
    const std::size_t end = last ? size_ : chunks_[i + 1].begin;
    append_bool(tag_, last);
    append_uint(tag_, chunk.last - chunk.first);
    tag_.append(bytes_, chunk.begin, end - chunk.begin);
    if (i > 0) {
      key_.resize(key_size, '\0');
      append_sortable(key_, chunk.first);
    }
    table_.add(key_, tag_);
    tag_.clear();
  }
  chunks_.clear();
  size_ = 0;
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
