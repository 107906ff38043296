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
  if (room_ >= kLongestRecordHead + record.bytes.size()) {
    char* const end =
        put_bytes(put_record_head(at_, record, last_id_), record.bytes);
    room_ -= static_cast<std::uint32_t>(end - at_);
    at_ = end;
  } else {
    char head[kLongestRecordHead];
    append(memory, {head, put_record_head(head, record, last_id_)});
    append(memory, record.bytes);
  }
  last_id_ = static_cast<std::uint32_t>(record.id);
  ++count_;
}

const char* RecordChain::next_of(const char* link) {
  const char* next = nullptr;
  std::memcpy(&next, link, kLink);
  return next;
}

void RecordChain::append(RecordMemory& memory, std::string_view bytes) {
  while (!bytes.empty()) {
    if (room_ == 0) add_chunk(memory);
    const std::string_view part = bytes.substr(0, room_);
    at_ = put_bytes(at_, part);
    room_ -= static_cast<std::uint32_t>(part.size());
    bytes.remove_prefix(part.size());
  }
}

void RecordChain::add_chunk(RecordMemory& memory) {
  const std::uint32_t size = size_of(chunks_++);
  char* const chunk = memory.take(size).data();
  if (first_ == nullptr)
    first_ = chunk;
  else
    std::memcpy(at_, &chunk, kLink);
  at_ = chunk;
  room_ = size - kLink;
}

}  // namespace broadsheet::bulk
