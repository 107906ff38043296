#include "common/index/names.h"

#include "common/text/digest.h"
#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("the key of a name joins its spellings") {
  struct Row {
    std::string_view name;
    std::string_view key;
  };
  const Row rows[] = {
      {"Ronald Reagan", "reagan ronald"},
      {"Ronald Wilson Reagan", "reagan ronald"},
      {"Ronald Reagan Jr.", "reagan ronald"},
      {"Abdel Fattah al-Sisi", "sisi abdel"},
      {"Abdel-Fattah el-Sisi", "sisi abdel"},
      {"al-Sisi", "sisi"},
      {"Ludwig van der Rohe", "rohe ludwig"},
      {"Charles de Gaulle", "gaulle charles"},
      {"Pele", "pele"},
      {"Paul, Paul", "paul paul"},
      {"Osama bin Laden", "laden osama"},
      {"St. John", "john"},
      {"bin al", ""},  // particles alone are nobody
      {"", ""},
      {"--", ""},
      {"\u6BDB\u6CFD\u4E1C", "\u4E1C \u6BDB"},
  };
  for (const auto& [name, key] : rows) {
    CAPTURE(name);
    CHECK(name_key(name_words(name)) == key);
  }
}

TEST_CASE("a full key has a first and a last name") {
  CHECK(is_full_key("reagan ronald"));
  CHECK_FALSE(is_full_key("sisi"));
  CHECK_FALSE(is_full_key(""));
}

TEST_CASE("a place stands by its gazetteer id, or else by its name") {
  Entity place;
  place.kind = EntityKind::kPlace;
  place.name = "S\u00E3o Tom\u00E9";
  CHECK(place_term_id(place) == "x" + digest_hex("sao tome"));
  place.place_id = 2410763;
  CHECK(place_term_id(place) == "2410763");
}
