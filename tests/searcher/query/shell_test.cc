#include "searcher/query/shell.h"

#include <vector>

#include "tests/catch.h"

namespace broadsheet {
namespace {

TEST_CASE("the quotation marks the shell took are put back") {
  struct Row {
    std::vector<std::string> arguments;
    std::string query;
  };
  const Row rows[] = {
      {{}, ""},
      {{"gaza", "strip"}, "gaza strip"},
      {{"gaza strip"}, "gaza strip"},  // without a field: as typed
      {{"person:sisi"}, "person:sisi"},
      {{"person:antony blinken"}, "person:\"antony blinken\""},
      {{"gaza", "person:antony blinken", "-hamas"},
       "gaza person:\"antony blinken\" -hamas"},
      {{"-person:antony blinken"}, "-person:\"antony blinken\""},
      {{"person:=antony blinken"}, "person:=\"antony blinken\""},
      {{"Author:Ann O'Neil"}, "Author:\"Ann O'Neil\""},
      {{"place:cairo, illinois"}, "place:\"cairo, illinois\""},
      {{"place:Trinidad & Tobago"}, "place:\"Trinidad & Tobago\""},
      {{"place:a \xff b"}, "place:\"a \xff b\""},
      // Queries by themselves.
      {{"person:blinken AND gaza"}, "person:blinken AND gaza"},
      {{"person:blinken place:gaza"}, "person:blinken place:gaza"},
      {{"person:blinken -gaza"}, "person:blinken -gaza"},
      {{"person:blinken (a OR b)"}, "person:blinken (a OR b)"},
      {{"person:\"antony blinken\" x"}, "person:\"antony blinken\" x"},
      {{"person:(a b)"}, "person:(a b)"},
      {{"person:a \"b"}, "person:a \"b"},
      {{"date:1987 gaza"}, "date:1987 gaza"},  // a date holds no spaces
      {{"after:1987 gaza"}, "after:1987 gaza"},
      // No fields.
      {{"nosuch:a b"}, "nosuch:a b"},
      {{"http://x.org/ b"}, "http://x.org/ b"},
      {{"person: a b"}, "person: a b"},
      {{"gaza person:antony blinken"}, "gaza person:antony blinken"},
  };
  for (const auto& [arguments, query] : rows) {
    CAPTURE(query);
    CHECK(join_arguments(arguments) == query);
  }
}

}  // namespace
}  // namespace broadsheet
