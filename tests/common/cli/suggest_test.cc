#include "common/cli/suggest.h"

#include "tests/catch.h"

namespace broadsheet {
namespace {

constexpr std::string_view kNames[] = {"headline", "person", "place", "source",
                                       "org",      "lang",   "url",   "id"};

TEST_CASE("the nearest name is suggested") {
  struct Row {
    std::string_view typed, suggested;
  };
  const Row rows[] = {
      {"person", "person"},
      {"persn", "person"},    // a letter left out
      {"persoon", "person"},  // one too many
      {"pirson", "person"},   // another one
      {"preson", "person"},   // two swapped count once
      {"PERSN", "person"},    // capitals are no difference
      {"headlnie", "headline"},
      {"hedlyne", "headline"},  // two slips in a long word
      {"palce", "place"},
      {"og", "org"},  // one slip in a short word
      {"i", ""},      // one letter is too little to go by
      {"ur", "url"},
      {"xr", ""},
      {"lng", "lang"},
      {"zebra", ""},
      {"perspective", ""},
      {"", ""},
  };
  for (const auto& [typed, suggested] : rows) {
    CAPTURE(typed);
    CHECK(suggest(typed, kNames) == suggested);
  }
}

TEST_CASE("of two equally near names the first is suggested") {
  constexpr std::string_view names[] = {"cat", "bat"};
  CHECK(suggest("rat", names) == "cat");
}

TEST_CASE("nothing is near an endless word, or among no names") {
  CHECK(suggest(std::string(1'000'000, 'p'), kNames).empty());
  CHECK(suggest("person", {}).empty());
}

}  // namespace
}  // namespace broadsheet
