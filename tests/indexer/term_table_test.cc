#include "indexer/term_table.h"

#include <fmt/format.h>

#include <string>

#include "tests/catch.h"

using namespace broadsheet;

namespace {

/// "term wdf @position...", parted by commas.
std::string printed(const TermList& list) {
  std::string made;
  for (const auto& [term, wdf, positions] : list) {
    made += fmt::format("{}{} {}", made.empty() ? "" : ", ", term, wdf);
    for (const auto position : positions) made += fmt::format(" @{}", position);
  }
  return made;
}

}  // namespace

TEST_CASE("a list is put in byte order") {
  TermList list(std::make_shared<StringTable>());
  list.add("strike", 1, std::vector<Position>{4});
  list.add("coal", 2, std::vector<Position>{1, 9});
  list.add("Zcoal", 2, {});
  list.sort();
  CHECK(printed(list) == "Zcoal 2, coal 2 @1 @9, strike 1 @4");
}

TEST_CASE("terms come out as they came, their positions in order") {
  TermTable table;
  const auto post = [&](std::string_view term, Position position) {
    table.post(table.number_of(term), position, 1);
  };
  post("strike", 3);
  post("coal", 9);
  post("strike", 1);
  post("coal", 9);
  table.add(table.number_of("Qdemo:1"));
  table.number_of("not of the document");
  table.count(table.number_of("Zstrike"), 2);
  CHECK(printed(table.take()) ==
        "strike 2 @1 @3, coal 2 @9, Qdemo:1 0, Zstrike 2");

  SECTION("and the table is empty then") {
    post("strike", 4);
    CHECK(printed(table.take()) == "strike 1 @4");
    CHECK(printed(table.take()).empty());
  }
  SECTION("and a term keeps its number until terms are forgotten") {
    const auto coal = table.number_of("coal");
    CHECK(table.number_of("coal") == coal);
    post("other", 1);
    const TermList before = table.take();
    table.forget_terms();
    CHECK(table.number_of("coal") == 0);
    CHECK(before.vocabulary() != table.take().vocabulary());
    CHECK(printed(before) == "other 1 @1");
  }
}
