// How --memory is shared out: what grows with the archive, the books of a run
// and the segments in the making, has to do with it.
#pragma once

#include <atomic>
#include <cstddef>

namespace broadsheet {

/// The books take what they need; those who gather segments share what is left.
/// What is not allocated, the program and its files in memory, and what the
/// allocator keeps to hand out again, some 100 MB, comes on top.
class MemoryBudget {
 public:
  MemoryBudget(std::size_t memory, unsigned holders)
      : memory_(memory), holders_(holders) {}

  /// A holder has so many bytes more.
  void hold(std::size_t bytes) { held_ += bytes; }
  /// A holder has freed so many bytes.
  void release(std::size_t bytes) { held_ -= bytes; }

  /// The most a holder should have: a little, however much the books take.
  std::size_t share() const;

 private:
  const std::size_t memory_;
  const unsigned holders_;
  std::atomic<std::size_t> held_ = 0;
};

}  // namespace broadsheet
