#include "indexer/term_table.h"

#include <fmt/format.h>

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

  SECTION("and the table is empty then") {
    post("strike", 4);
    CHECK(printed(table.take()) == "strike 1 @4");
    CHECK(printed(table.take()).empty());
  }
}
