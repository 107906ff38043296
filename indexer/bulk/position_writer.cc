#include "indexer/bulk/position_writer.h"

#include <utility>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kGivenSize = 1 << 20;  // at a time, nearly

}  // namespace

PositionWriter::PositionWriter(BtreeWriter& table, std::launch thread)
    : table_(table),
      thread_(thread),
      filling_(kGivenSize, '\0'),
      given_(kGivenSize, '\0') {}

void PositionWriter::add(std::uint64_t docid, std::string_view positions) {
  const std::size_t most = 4 * kLongestUint + term_.size() + positions.size();
  if (filling_.size() - filled_ < most) hand_over();
  if (filling_.size() < most) filling_.resize(most);
  char* at = filling_.data() + filled_;
  if (!std::exchange(given_term_, true)) {
    at = put_uint(at, 0);
    at = put_uint(at, term_.size());
    at = put_bytes(at, term_);
  }
  at = put_uint(at, docid);
  at = put_uint(at, positions.size());
  at = put_bytes(at, positions);
  filled_ = static_cast<std::size_t>(at - filling_.data());
}

void PositionWriter::finish() {
  hand_over();
  writing_.get();
}

void PositionWriter::hand_over() {
  if (writing_.valid()) writing_.get();
  std::swap(filling_, given_);
  given_size_ = std::exchange(filled_, 0);
  writing_ = std::async(thread_, [this] { write(); });
}

void PositionWriter::write() {
  std::string_view left = std::string_view(given_).substr(0, given_size_);
  while (!left.empty()) {
    std::uint64_t docid = 0;
    std::string_view bytes;
    take_uint(left, docid);
    take_string(left, bytes);
    if (docid == 0) {
      key_ = bytes;
      key_ += '\0';
      term_size_ = key_.size();
      key_.resize(term_size_ + kLongestSortable);
    } else {
      const char* const end = put_sortable(&key_[term_size_], docid);
      table_.add({key_.data(), end}, bytes);
    }
  }
}

}  // namespace broadsheet::bulk
