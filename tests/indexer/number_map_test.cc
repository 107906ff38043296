#include "indexer/number_map.h"

#include <string>
#include <utility>
#include <vector>

#include "indexer/written.h"
#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a string has the number it was given last") {
  NumberMap map;
  CHECK(map.of("a") == 0);
  for (std::uint32_t n = 1; n <= 5000; ++n) map.set(std::to_string(n), n);
  CHECK(map.size() == 5000);
  map.set("17", 0);
  map.set("never there", 0);
  map.set("18", 1);
  CHECK(map.size() == 4999);
  CHECK(map.of("16") == 16);
  CHECK(map.of("17") == 0);
  CHECK(map.of("18") == 1);
  std::vector<std::pair<std::string, std::uint32_t>> all;
  map.for_each([&](auto key, auto number) { all.emplace_back(key, number); });
  REQUIRE(all.size() == 4999);
  CHECK(all[15] == std::pair<std::string, std::uint32_t>("16", 16));
  CHECK(all[16] == std::pair<std::string, std::uint32_t>("18", 1));
}

TEST_CASE("a story is known by the file that gave it") {
  Written written;
  CHECK(written.origin_of("x").empty());
  written.set("x", "news/a");
  written.set("y", "news/a");
  written.set("x", "news/b");
  written.erase("y");
  written.erase("z");
  CHECK(written.origin_of("x") == "news/b");
  CHECK(written.origin_of("y").empty());
}
