// The records of many groups growing side by side in one memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/record.h"

namespace broadsheet::bulk {

/// Hands out memory that is given back all at once.
class RecordMemory {
 public:
  std::span<char> take(std::size_t size) {
    if (size > left_.size()) add_block(size);
    const auto taken = left_.first(size);
    left_ = left_.subspan(size);
    return taken;
  }

  /// Bytes held.
  std::size_t size() const { return size_; }

 private:
  void add_block(std::size_t least);

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::span<char> left_;  ///< of the last block
  std::size_t size_ = 0;
};

/// The records of one group, each its head and its bytes. They lie in chunks,
/// each twice as large as the one before, a pointer to the next at its end.
class alignas(32) RecordChain {  // half a cache line: there are very many
 public:
  /// Ids must rise. `memory` is the same for all, and outlives the chain.
  void add(RecordMemory& memory, const Record& record);

  /// Fetches from memory what add() will write to.
  void fetch() const { __builtin_prefetch(at_, 1); }

  /// Fetches from memory what for_each_part() will begin with.
  void fetch_first() const { __builtin_prefetch(first_); }

  std::uint32_t last_id() const { return last_id_; }
  std::uint32_t count() const { return count_; }

  /// All of it in one piece: in `room`, unless it lies in one.
  std::string_view together(std::string& room) const {
    if (chunks_ == 1) return {first_, static_cast<std::size_t>(at_ - first_)};
    room.clear();
    for_each_part([&](std::string_view part) { room += part; });
    return room;
  }

  /// Calls visit(bytes) for one part after the other.
  void for_each_part(auto visit) const {
    const char* chunk = first_;
    for (unsigned level = 0; level < chunks_; ++level) {
      const bool last = level + 1 == chunks_;
      const char* const end = chunk + size_of(level) - kLink;
      visit(std::string_view(chunk, last ? at_ : end));
      if (!last) chunk = next_of(end);
    }
  }

 private:
  static constexpr std::uint32_t kLink = sizeof(char*);
  static constexpr std::uint32_t kFirstChunk = 32;
  static constexpr unsigned kLargestLevel = 11;

  static std::uint32_t size_of(unsigned level) {
    return kFirstChunk << std::min(level, kLargestLevel);
  }
  static const char* next_of(const char* link);

  void append(RecordMemory& memory, std::string_view bytes);
  void add_chunk(RecordMemory& memory);

  char* first_ = nullptr;
  char* at_ = nullptr;      ///< where the next byte goes
  std::uint32_t room_ = 0;  ///< bytes of the last chunk from there to its link
  std::uint32_t chunks_ = 0;
  std::uint32_t count_ = 0;
  std::uint32_t last_id_ = 0;
};

}  // namespace broadsheet::bulk
