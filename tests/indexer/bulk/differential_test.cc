// Random databases through the library's writer and through the loader, the
// same ones each time; bulk_fuzz goes on to others.
#include "tests/indexer/bulk/differential.h"

#include <filesystem>

#include "indexer/bulk/scratch_directory.h"
#include "tests/catch.h"

using namespace broadsheet::bulk;

TEST_CASE("the loader writes what the library's own writer writes") {
  const auto seed = GENERATE(range(1u, 13u));
  CAPTURE(seed);
  const ScratchDirectory directory(std::filesystem::temp_directory_path() /
                                   "bulk_test");
  REQUIRE_NOTHROW(try_both_ways(seed, directory.path()));
}
