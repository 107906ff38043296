#include "common/text/date.h"

#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a date prints with its precision and is read back") {
  for (const char* text : {"1987", "1987-02", "1987-02-26"}) {
    const auto date = parse_iso_date(text);
    REQUIRE(date);
    CHECK(to_string(*date) == text);
  }
  CHECK(to_string(*parse_iso_date("19870226")) == "1987-02-26");
  CHECK(to_string(Date{}).empty());
}

TEST_CASE("what is not ISO is nothing") {
  for (const char* text :
       {"", "87", "1987-2", "1987-2-26", "1987-13", "1987-02-29", "198702",
        "1987-02-26T00:00", "1987/02/26", "0000", "1987-02-2x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("a period has a first and a last day") {
  CHECK(to_string(Date::of(1988, 2).last_day()) == "1988-02-29");
  CHECK(to_string(Date::of(1900, 2).last_day()) == "1900-02-28");
  CHECK(to_string(Date::of(1987).first_day()) == "1987-01-01");
  CHECK(to_string(Date::of(1987).last_day()) == "1987-12-31");
  CHECK(Date::of(1987, 2, 26).last_day() == Date::of(1987, 2, 26));
}

TEST_CASE("days and months are added over every border") {
  CHECK(Date::of(1987, 12, 31).plus_days(1) == Date::of(1988, 1, 1));
  CHECK(Date::of(1988, 3, 1).plus_days(-1) == Date::of(1988, 2, 29));
  CHECK(Date::of(2024, 1, 31).plus_months(1) == Date::of(2024, 2, 29));
  CHECK(Date::of(2024, 1, 31).plus_months(-2) == Date::of(2023, 11, 30));
  CHECK(Date::of(2024, 12, 1).plus_months(1) == Date::of(2025, 1, 1));
}

TEST_CASE("days sort as text") {
  CHECK(compact(Date::of(987, 2, 3)) == "09870203");
  CHECK(to_string(Precision::kMonth) == "month");
  CHECK(valid(today()));
}
