#include "common/index/person_name.h"

#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a name as catalogues turn it") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Lee, Ann", "Ann Lee"},
      {"LEE,ANN MARY ", "ANN MARY LEE"},
      {"van der Lee, Ann", "Ann van der Lee"},
      {"Lee, Ann, Special to The Ledger", "Ann Lee"},
      {"Lee, Ann, Jr.", "Ann Lee"},
      {"Ann Lee", "Ann Lee"},
      {"Ann Lee, Jr.", "Ann Lee, Jr."},
      {"Ann Lee, III", "Ann Lee, III"},
      {"Lee,", "Lee,"},
      {"Lee, -", "Lee, -"},
      {"", ""},
  };
  for (const auto& [turned, name] : rows) {
    CAPTURE(turned);
    CHECK(unturned_name(turned) == name);
  }
}
