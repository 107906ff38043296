#include "indexer/term_links.h"

#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a term leads to the one that was set, until all are forgotten") {
  TermLinks links;
  CHECK(links[7] == TermLinks::kUnknown);
  links[7] = 3;
  links[100'000] = 0;
  CHECK(links[7] == 3);
  CHECK(links[100'000] == 0);
  CHECK(links[8] == TermLinks::kUnknown);
  links.forget();
  CHECK(links[7] == TermLinks::kUnknown);
}
