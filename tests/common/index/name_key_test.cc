#include "common/index/name_key.h"

#include "tests/catch.h"

namespace broadsheet {
namespace {

TEST_CASE("spellings of a name share its key") {
  const std::vector<std::vector<std::string_view>> persons = {
      {"Ronald Reagan", "Ronald Wilson Reagan", "Ronald Reagan Jr.", "Reagan",
       "President Reagan"},
      {"Abdel Fattah al-Sisi", "Abdel-Fattah el-Sisi", "al-Sisi", "Sissi",
       "Abdul Fatah as-Sisi"},
      {"Charles de Gaulle", "De Gaulle", "Gaulle"},
      {"Muammar Gaddafi", "Moamer Kadhafi", "Qadhafi", "Khadafy"},
      {"Vladimir Putin", "Wladimir Putin", "Vladimir Poutine",
       "Владимир Путин"},
      {"Mao Zedong", "Mao Tsetung"},
      {"Pele", "Pel\u00E9"},
  };
  for (const auto& spellings : persons)
    for (const auto spelling : spellings) {
      CAPTURE(spelling);
      CHECK(name_key(PersonName(spelling)) ==
            name_key(PersonName(spellings.front())));
    }
}

TEST_CASE("who is spelt otherwise has another key") {
  CHECK(name_key(PersonName("Ronald Reagan")) !=
        name_key(PersonName("Ronald Hogan")));
  CHECK(name_key(PersonName("George Bush")) !=
        name_key(PersonName("George Busch-Petersen")));
}

TEST_CASE("what is no name has no key") {
  for (const std::string_view none : {"", "--", "...", "\u2019"}) {
    CAPTURE(none);
    CHECK(name_key(PersonName(none)).empty());
  }
}

TEST_CASE("of several surnames each is a key") {
  const auto keys = further_keys(PersonName("Ann Okafor-Lindqvist"));
  const auto okafor = name_key(PersonName("Okafor"));
  CHECK(std::ranges::find(keys, okafor) != keys.end());
  CHECK(further_keys(PersonName("Ann Lindqvist")).empty());
}

TEST_CASE("a key's term is read back by its prefix") {
  CHECK(name_key_term("rkn", "ronald reagan") == "XPK:rkn\x1fronald reagan");
}

}  // namespace
}  // namespace broadsheet
