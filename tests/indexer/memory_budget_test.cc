#include "indexer/memory_budget.h"

#include <memory>
#include <vector>

#include "tests/catch.h"

using namespace broadsheet;

namespace {

constexpr std::size_t kMega = std::size_t{1} << 20;

}  // namespace

TEST_CASE("holders have what others leave of the memory") {
  MemoryBudget budget(1024 * kMega, 2);
  const std::size_t before = budget.share();
  CHECK(before > 256 * kMega);
  CHECK(before < 600 * kMega);
  // Books of 128 MB take 64 from each.
  auto books = std::make_unique<std::vector<char>>(128 * kMega, 'x');
  CHECK(budget.share() < before - 56 * kMega);
  CHECK(budget.share() > before - 72 * kMega);
  // A holder's own takes nothing.
  budget.hold(128 * kMega);
  CHECK(budget.share() > before - 8 * kMega);
  books.reset();
  budget.release(128 * kMega);
  CHECK(budget.share() > before - 8 * kMega);
}

TEST_CASE("a little is left to holders, however little there is") {
  const MemoryBudget budget(0, 8);
  const std::vector<char> books(128 * kMega, 'x');
  CHECK(budget.share() == 4 * kMega);
}
