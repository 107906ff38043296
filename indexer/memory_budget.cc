#include "indexer/memory_budget.h"

#include <gperftools/malloc_extension.h>

#include <algorithm>

namespace broadsheet {
namespace {

constexpr std::size_t kLeastShare = std::size_t{4} << 20;
constexpr std::size_t kKept = 32;  ///< of so many bytes the allocator keeps one

/// Bytes allocated and not freed; 0 under an allocator that does not tell.
std::size_t memory_in_use() {
  std::size_t bytes = 0;
  MallocExtension::instance()->GetNumericProperty(
      "generic.current_allocated_bytes", &bytes);
  return bytes;
}

}  // namespace

std::size_t MemoryBudget::share() const {
  const std::size_t in_use = memory_in_use(), held = held_;
  const std::size_t others = in_use - std::min(in_use, held) + memory_ / kKept;
  return std::max((memory_ - std::min(memory_, others)) / holders_,
                  kLeastShare);
}

}  // namespace broadsheet
