// The records of many groups growing side by side in one memory.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
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
/// each led by a pointer to the next and twice as large as the one before.
class RecordChain {
 public:
  /// Ids must rise. `memory` is the same for all, and outlives the chain.
  void add(RecordMemory& memory, const Record& record);

  /// Fetches from memory what add() will write to.
  void fetch() const { __builtin_prefetch(at_, 1); }

  std::uint64_t last_id() const { return last_id_; }
  std::uint32_t count() const { return count_; }

  /// Calls visit(bytes) for one part after the other.
  void for_each_part(auto visit) const {
    std::uint32_t size = kFirstChunk;
    for (const char* chunk = first_; chunk != nullptr; size = next_size(size)) {
      const char* const next = next_of(chunk);
      visit(std::string_view(chunk + kLink, next == nullptr
                                                ? at_ - (chunk + kLink)
                                                : size - kLink));
      chunk = next;
    }
  }

 private:
  static constexpr std::uint32_t kLink = sizeof(char*);
  static constexpr std::uint32_t kFirstChunk = 32;
  static constexpr std::uint32_t kLargestChunk = 1 << 16;

  static std::uint32_t next_size(std::uint32_t size) {
    return size < kLargestChunk ? 2 * size : size;
  }
  static const char* next_of(const char* chunk);

  void append(RecordMemory& memory, std::string_view bytes);
  void add_chunk(RecordMemory& memory);

  char* first_ = nullptr;
  char* last_ = nullptr;
  char* at_ = nullptr;      ///< where the next byte goes
  std::uint32_t size_ = 0;  ///< of the last chunk
  std::uint32_t count_ = 0;
  std::uint64_t last_id_ = 0;
};

}  // namespace broadsheet::bulk
