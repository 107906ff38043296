#include "indexer/term_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "tests/catch.h"

using namespace broadsheet;

namespace {

/// "term wdf @position...", parted by commas.
std::string printed(const TermList& list) {
  std::string made;
  for (const auto& [term, wdf, positions] : list.all()) {
    made += fmt::format("{}{} {}", made.empty() ? "" : ", ", term, wdf);
    for (const auto position : positions) made += fmt::format(" @{}", position);
  }
  return made;
}

}  // namespace

TEST_CASE("terms come out in byte order with their positions in order") {
  TermTable table;
  const auto post = [&](std::string_view term, Position position) {
    table.post(table.number_of(term), position, 1);
  };
  post("strike", 3);
  post("coal", 9);
  post("strike", 1);
  post("coal", 9);
  table.number_of("Qdemo:1");
  table.count(table.number_of("Zstrike"), 2);
  CHECK(printed(table.take()) ==
        "Qdemo:1 0, Zstrike 2, coal 2 @9, strike 2 @1 @3");
}

TEST_CASE("order is that of bytes, beyond the eighth and across zeros") {
  const std::string zero("ab\0", 3), more("ab\0a", 4);
  std::vector<std::string> terms = {"abcdefghz", "abcdefgha", "abcdefgh", "ab",
                                    zero,        more,        "\xff",     "a"};
  TermTable table;
  for (const auto& term : terms) table.number_of(term);
  const TermList list = table.take();
  std::ranges::sort(terms);
  REQUIRE(list.size() == terms.size());
  for (std::size_t n = 0; n < terms.size(); ++n)
    CHECK(list[n].term == terms[n]);
}

TEST_CASE("a table is empty once its terms are taken, however many they were") {
  TermTable table;
  for (const int count : {100'000, 3, 1'000, 0, 5'000}) {
    std::map<std::string, std::uint32_t> expected;
    for (int n = 0; n < count; ++n) {
      const auto term = fmt::format("t{}", n * 7919 % 4'001);
      const auto number = table.number_of(term);
      CHECK(table.number_of(term) == number);
      table.count(number, 1);
      ++expected[term];
    }
    const TermList list = table.take();
    REQUIRE(list.size() == expected.size());
    for (const auto& [term, wdf, positions] : list.all())
      CHECK(expected.at(std::string(term)) == wdf);
  }
}
