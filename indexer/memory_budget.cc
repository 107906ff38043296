#include "indexer/memory_budget.h"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace broadsheet {
namespace {

/// Of the program itself and of what it holds only for a moment.
constexpr std::size_t kProgram = std::size_t{60} << 20;
constexpr std::size_t kLeastShare = std::size_t{4} << 20;
constexpr int kLargeBlock = 1 << 20;

/// Bytes of this process that are in memory; 0 if the system does not tell.
std::size_t resident_memory() {
  std::size_t all = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

MemoryBudget::MemoryBudget(std::size_t memory, unsigned holders)
    : most_(memory + kProgram), holders_(holders) {
  ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
}

void MemoryBudget::release(std::size_t bytes) {
  held_ -= bytes;
  ::malloc_trim(0);
}

std::size_t MemoryBudget::share() const {
  const std::size_t resident = resident_memory(), held = held_;
  const std::size_t others = resident - std::min(resident, held);
  return std::max((most_ - std::min(most_, others)) / holders_, kLeastShare);
}

}  // namespace broadsheet
