#include "indexer/formats/date_parser.h"

#include <string>

#include "tests/catch.h"

using namespace broadsheet;

namespace {

std::string parsed(std::string_view text, std::string_view language = {}) {
  const auto date = parse_date(text, {.language = language});
  return date ? to_string(*date) : "-";
}

}  // namespace

TEST_CASE("a date is read as news spells it") {
  struct Case {
    const char* text;
    const char* date;
  };
  const Case cases[] = {
      {"2024-02-08", "2024-02-08"},
      {"2024-02-08T23:30:00-08:00", "2024-02-08"},  // the day as printed
      {"2024-02-08T10:00:00.000Z", "2024-02-08"},
      {"2024-02-08 18:20:00", "2024-02-08"},
      {"20240208", "2024-02-08"},
      {"20240208T101500+0000", "2024-02-08"},
      {"20240208101500", "2024-02-08"},
      {"2024/02/08", "2024-02-08"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26"},
      {" 9-MAR-1987 04:58:41.12", "1987-03-09"},
      {"Thu, 08 Feb 2024 10:00:00 GMT", "2024-02-08"},
      {"Thu, 8 Feb 24 10:00:00 +0000", "2024-02-08"},
      {"12-Mar-87", "1987-03-12"},
      {"Thursday, Feb. 8, 2024", "2024-02-08"},
      {"February 8th, 2024", "2024-02-08"},
      {"8th of February 2024", "2024-02-08"},
      {"Sept 11, 2001", "2001-09-11"},
      {"JUNE 12, 1894", "1894-06-12"},
      {"June 11, 1994, Saturday, Home Edition", "1994-06-11"},
      {"8 février 2024", "2024-02-08"},
      {"1er août 1914", "1914-08-01"},
      {"8. Februar 2024", "2024-02-08"},
      {"5. März 2020", "2020-03-05"},
      {"8 de febrero de 2024", "2024-02-08"},
      {"8 febbraio 2024", "2024-02-08"},
      {"8 de março de 2024", "2024-03-08"},
      {"21 августа 1996 года", "1996-08-21"},
      {"٩ فبراير ٢٠٢٤", "2024-02-09"},
      {"2008年11月3日", "2008-11-03"},
      {"2024년 2월 8일", "2024-02-08"},
      {"13.02.2024", "2024-02-13"},
      {"8.2.2024", "2024-02-08"},
      {"25/2/2024", "2024-02-25"},
      {"2/25/2024", "2024-02-25"},
      {"8/8/2024", "2024-08-08"},
      {"2/3/2024", "-"},  // February or March?
      {"Published on 8 February 2024 at 10:00 | Updated 9 February 2024",
       "2024-02-08"},
      {"February 2024", "2024-02"},
      {"2024-02", "2024-02"},
      {"1997", "1997"},
      {"1707350400", "2024-02-08"},
      {"1707350400000", "2024-02-08"},
      {"1707350400.123", "2024-02-08"},
      {"10 31 2005", "2005-10-31"},
      {"2023-02-30", "-"},
      {"31 February 2023", "-"},
      {"1987-02-26 15.01.01", "1987-02-26"},
      {"Feb-26-1987 15:01", "1987-02-26"},
      {"26FEB1987", "1987-02-26"},
      {"26 Feb 1987", "1987-02-26"},
      {"FEBRUARY 26, 1987, THURSDAY", "1987-02-26"},
      {"870226", "-"},  // a number of any kind
      {"26.2.1987 klo 15.01", "1987-02-26"},
      {"1987. február 26.", "1987-02-26"},
      {"26 lutego 1987", "1987-02-26"},
      {"26 Şubat 1987", "1987-02-26"},
      {"26 februari 1987", "1987-02-26"},
      {"26 לפברואר 1987", "-"},  // a month with a preposition
      {"yesterday", "-"},
      {"12345", "-"},
      {"", "-"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(parsed(c.text) == c.date);
  }
}

TEST_CASE("a language settles the order of day and month") {
  CHECK(parsed("2/3/2024", "en-US") == "2024-02-03");
  CHECK(parsed("2/3/2024", "en-GB") == "2024-03-02");
  CHECK(parsed("2/3/2024", "fr") == "2024-03-02");
  CHECK(parsed("2/3/2024", "en") == "-");
  CHECK(parsed("25/2/2024", "en-US") == "2024-02-25");
}

TEST_CASE("a day is found in running text, with its weekday") {
  const std::string text = "It met on Thursday, Feb. 8, 2024 in Cairo.";
  const auto found = find_date(text);
  REQUIRE(found);
  CHECK(to_string(found->date) == "2024-02-08");
  CHECK(text.substr(found->begin, found->end - found->begin) ==
        "Thursday, Feb. 8, 2024");
  CHECK_FALSE(find_date("He may 10 times a day eat 2024 figs."));
  CHECK_FALSE(find_date("Version 1.2.2024.5 is out."));
}

TEST_CASE("a number behind many words is no part of a date") {
  // The tokens of a long text move while they are being looked at.
  for (std::size_t words = 0; words < 70; ++words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += "x ";
    CHECK_FALSE(find_date(text + "1.2.2024.5"));
    CHECK(find_date(text + "8.2.2024. 5"));
  }
}

TEST_CASE("paths carry dates") {
  struct Case {
    const char* path;
    const char* date;
  };
  const Case cases[] = {
      {"senate/01Apr2006Kerry15.txt", "2006-04-01"},
      {"news/2006/04/01/story.html", "2006-04-01"},
      {"news/2006-04-01-story.html", "2006-04-01"},
      {"20060401_story.xml", "2006-04-01"},
      {"2005/01/01/2006-04-01.txt", "2006-04-01"},
      {"000_edb6514d5ac284d5.txt", "-"},
      {"story.txt", "-"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    const auto date = date_in_path(c.path);
    CHECK((date ? to_string(*date) : "-") == c.date);
  }
}

TEST_CASE("no story is of tomorrow's tomorrow, nor older than newspapers") {
  const Date today = Date::of(2024, 2, 28);
  CHECK(plausible(Date::of(2024, 2, 28), today));
  CHECK(plausible(Date::of(2024, 2, 29), today));  // east of here it is
  CHECK_FALSE(plausible(Date::of(2024, 3, 1), today));
  CHECK(plausible(Date::of(2024, 2), today));
  CHECK(plausible(Date::of(2024), today));
  CHECK(plausible(Date::of(1605), today));
  CHECK_FALSE(plausible(Date::of(1599), today));
  CHECK_FALSE(plausible(Date{}, today));
}
