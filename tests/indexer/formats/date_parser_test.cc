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
      {"Thứ hai, ngày 4 tháng 3 năm 2024, 14:05", "2024-03-04"},
      {"04 tháng 3, 2024", "2024-03-04"},
      {"4 tháng 3/2024", "2024-03-04"},
      {"Tháng 3/2024", "2024-03"},
      {"4 มีนาคม 2567 14:05 น.", "2024-03-04"},  // of the Buddhist era
      {"4 มี.ค. 2567", "2024-03-04"},
      {"วันที่ 4 มี.ค. 67", "2024-03-04"},
      {"4 มีนาคม พ.ศ. 2567", "2024-03-04"},
      {"4 มีนาคม ค.ศ. 2024", "2024-03-04"},
      {"14/3/2567", "2567-03-14"},  // unmarked: dropped as of the future
      {"2024 m. kovo 4 d.", "2024-03-04"},
      {"2024. gada 4. marts", "2024-03-04"},
      {"4 mars 2024, e hënë", "2024-03-04"},
      {"4 Meurth 2024", "-"},
      {"2024 жылғы 4 наурыз", "2024-03-04"},
      {"4 сакавіка 2024", "2024-03-04"},
      {"4 Maart 2024", "2024-03-04"},
      {"4 Márta 2024", "2024-03-04"},
      {"4 Mac 2024", "2024-03-04"},
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
      {"26 בפברואר 1987", "1987-02-26"},
      {"26 לפברואר 1987", "-"},  // another preposition
      {"8 شباط 2024", "2024-02-08"},
      {"٨ شباط/فبراير ٢٠٢٤", "2024-02-08"},
      {"28 رجب 1445", "-"},  // of the Hijra
      {"28 رجب 1445 هـ الموافق 8 فبراير 2024", "2024-02-08"},
      {"०८ फ़रवरी २०२४", "2024-02-08"},
      {"৮ মার্চ ২০২৪", "2024-03-08"},
      {"4 நவம்பர் 2021", "2021-11-04"},
      {"4 نومبر 2021", "2021-11-04"},
      // Of the calendar of Iran.
      {"۱۹ بهمن ۱۴۰۲", "2024-02-08"},
      {"دوشنبه / ۱۴ اسفند ۱۴۰۲ / ۱۴:۰۵", "2024-03-04"},
      {"۳۰ اسفند ۱۳۹۹", "2021-03-20"},  // of a leap year
      {"۳۰ اسفند ۱۴۰۲", "-"},           // which this is not
      {"بهمن ۱۴۰۲", "-"},               // lies in two of our months
      {"1402/11/19", "1402-11-19"},     // of whom?
      {"令和6年2月8日", "-"},
      {"２０２４年２月８日", "2024-02-08"},
      {"2024. 2. 8.", "2024-02-08"},
      {"입력 2024.02.08. 오후 3:32", "2024-02-08"},
      {"8 Φεβρουαρίου 2024", "2024-02-08"},
      {"8 лютого 2024", "2024-02-08"},
      {"8. helmikuuta 2024", "2024-02-08"},
      {"08.fev.2024 às 16h21", "2024-02-08"},
      {"24 OCT 2017 - 18:55 CEST", "2017-10-24"},
      {"Thursday Nov 04 17:00:24 GMT 2021", "2021-11-04"},
      {"Thu Nov  4 17:00:24 2021", "2021-11-04"},
      {"Thu Nov 04 17:00:24 +0000 2021", "2021-11-04"},
      {"4 Nov '21", "2021-11-04"},
      {"08.02.24", "2024-02-08"},
      {"14/11/98", "1998-11-14"},
      {"the 4th day of November 2021", "2021-11-04"},
      {"2024-W06-4", "2024-02-08"},
      {"2021-W01-1", "2021-01-04"},
      {"2020-W53-5", "2021-01-01"},
      {"/Date(1707350400000)/", "2024-02-08"},
      {"0000-00-00 00:00:00", "-"},
      {"1970-01-01T00:00:00Z", "-"},  // what a program writes for none
      {"1970-01-01", "1970-01-01"},
      {"2 hours ago", "-"},
      {"Updated 2 hours ago", "-"},
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
  CHECK(parsed("2/3/2024", "en-CA") == "-");  // they print either
  CHECK(parsed("25/2/2024", "en-US") == "2024-02-25");
}

TEST_CASE("months of English dates are no weekdays of another language") {
  for (const char* language : {"fr", "es", "it"}) {
    CAPTURE(language);
    CHECK(to_string(*parse_date("Mon, 04 Mar 2024", {.language = language})) ==
          "2024-03-04");
  }
}

TEST_CASE("numbers of a Persian text are of the solar calendar") {
  const auto persian = [](std::string_view text) {
    return to_string(parse_date(text, {.language = "fa-IR"}).value_or(Date()));
  };
  CHECK(persian("1402/11/19") == "2024-02-08");
  CHECK(persian("۱۴۰۲-۱۱-۱۹") == "2024-02-08");
  CHECK(persian("2024/02/08") == "2024-02-08");
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

TEST_CASE("an hour before a day is no part of it") {
  const auto found = find_date("23:30-4 March 2024");
  REQUIRE(found);
  CHECK(to_string(found->date) == "2024-03-04");
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

TEST_CASE("words and blanks around a day hide nothing of it") {
  const std::string words = "and so it goes on for a good while yet, they say ";
  const std::string blanks(40, ' ');
  const std::string days[] = {
      "Thursday, Feb. 8, 2024",
      "Thursday," + blanks + "Feb. 8," + blanks + "2024",
      "8 de" + blanks + "febrero de" + blanks + "2024",
      "8 février 2024",
      "4 tháng 3 năm 2024",
  };
  for (const auto& day : days) {
    for (int far = 0; far < 4; ++far) {
      std::string text = "Sold for 7 million ";
      for (int n = 0; n < far; ++n) text += words;
      const std::size_t begin = text.size();
      text += day + ". " + words + words + "2024";
      CAPTURE(text);
      const auto found = find_date(text);
      REQUIRE(found);
      CHECK(text.substr(begin, found->end - begin) == day);
      CHECK(found->begin == begin);
    }
  }
  CHECK_FALSE(find_date("May " + words + words + "8, 2024"));
  // Each digit is sought once, however many tokens stand before it.
  const auto found = find_date(std::string(1 << 20, '.') + " May 8, 2024");
  REQUIRE(found);
  CHECK(to_string(found->date) == "2024-05-08");
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
      {"2003/may/04/bell.html", "2003-05-04"},
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
  // Years of Buddha and, but for a few, of the Hijra.
  CHECK_FALSE(plausible(Date::of(2567, 2, 8), today));
  CHECK_FALSE(plausible(Date::of(1445, 7, 28), today));
  CHECK_FALSE(plausible(Date{}, today));
}
