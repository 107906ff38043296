#include "indexer/bulk/record_chain.h"

#include <algorithm>
#include <cstring>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {

void RecordMemory::add_block(std::size_t least) {
  constexpr std::size_t kBlock = std::size_t{1} << 20;
  const std::size_t size = std::max(kBlock, least);
  blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
  left_ = {blocks_.back().get(), size};
  size_ += size;
}

void RecordChain::add(RecordMemory& memory, const Record& record) {
  char head[kLongestRecordHead];
  append(memory, {head, put_record_head(head, record, last_id_)});
  append(memory, record.bytes);
  last_id_ = record.id;
  ++count_;
}

const char* RecordChain::next_of(const char* chunk) {
  char* next = nullptr;
  std::memcpy(&next, chunk, kLink);
  return next;
}

void RecordChain::append(RecordMemory& memory, std::string_view bytes) {
  while (!bytes.empty()) {
    if (at_ == last_ + size_) add_chunk(memory);
    const auto room = static_cast<std::size_t>(last_ + size_ - at_);
    const std::string_view part = bytes.substr(0, room);
    std::memcpy(at_, part.data(), part.size());
    at_ += part.size();
    bytes.remove_prefix(part.size());
  }
}

void RecordChain::add_chunk(RecordMemory& memory) {
  size_ = last_ == nullptr ? kFirstChunk : next_size(size_);
  char* const chunk = memory.take(size_).data();
  std::memset(chunk, 0, kLink);
  if (last_ == nullptr)
    first_ = chunk;
  else
    std::memcpy(last_, &chunk, kLink);
  last_ = chunk;
  at_ = chunk + kLink;
}

}  // namespace broadsheet::bulk
