#include "indexer/formats/text.h"

#include <algorithm>

#include "indexer/formats/dateline.h"
#include "indexer/formats/label_line.h"
#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;
using test::Reading;
using test::reading;

namespace {

Article story(const std::string& text, const std::string& name = "x.txt") {
  const Reading result = reading(name, text);
  REQUIRE(result.format == "text");
  REQUIRE(result.stories.size() == 1);
  return result.stories[0];
}

const std::string kBody =
    "The harbour master of Vik closed the outer mole on Tuesday after a second "
    "stone fell, and said that nobody would be let on it before the spring.\n\n"
    "\"It is older than the town,\" she said.\n";

}  // namespace

TEST_CASE("a headline, a byline and a date stand above the body") {
  const Article article = story(
      "Mole closed at Vik\nBy Jane Doe, The Ledger\nThursday, Feb. 8, "
      "2024\n\n" +
      kBody);
  CHECK(article.headline == "Mole closed at Vik");
  CHECK(article.byline == "Jane Doe");
  CHECK(to_string(article.date) == "2024-02-08");
  CHECK(article.date_source == "text");
  CHECK(article.body.starts_with("The harbour master"));
  CHECK(article.body.ends_with("\n\"It is older than the town,\" she said."));
}

TEST_CASE("page furniture is no part of a story") {
  const Article article = story(
      "Mole closed at Vik\n\n  • Oops!\n    Something went wrong.\n"
      "    Please try again later.\n\nAdvertisement\n\n" +
      kBody + "\nRead more\n");
  CHECK(article.body.starts_with("The harbour master"));
  CHECK(article.body.ends_with("she said."));
  // The same words as a sentence stay.
  CHECK(story("Mole closed\n\n" + kBody + "\nSomething went wrong.\n")
            .body.ends_with("\nSomething went wrong."));
}

TEST_CASE("a page flattened to one long line has its headline and date") {
  const std::string gap(40, ' ');
  const std::string body =
      "WASHINGTON   Senator Jane Doe today said that the mole of Vik was older "
      "than the town and ought to be left to the sea for good  she added ";
  struct Case {
    const char* why;
    std::string text;
  };
  const Case cases[] = {
      {"labels and a date before it",
       "   Releases" + gap + "02 08 2005 Mole Closed at Vik" + gap + body},
      {"the headline twice",
       "Senator Jane Doe" + gap + "Vik" + gap + "Mole Closed at Vik" + gap +
           "For Immediate Release" + gap + "February 8  2005" + gap +
           "Mole Closed at Vik" + gap + body},
      {"a date behind it on the line",
       "Mole Closed at Vik February 8, 2005  " + body},
      {"the day of the printing is not the story's",
       "July 31  2008" + gap + "Press Release" + gap + "Mole Closed at Vik" +
           gap + "February 8th  2005" + gap + body},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Article article = story(c.text, "doe/08Feb2005Doe1.txt");
    CHECK(article.headline == "Mole Closed at Vik");
    CHECK(to_string(article.date) == "2005-02-08");
    CHECK(article.date_source == "text");
    CHECK(article.body.starts_with("WASHINGTON   Senator"));
  }
}

TEST_CASE("the words above a dateline on one line are the headline") {
  const std::string body = "Senator Jane Doe today said that the mole of Vik " +
                           std::string(60, 'x') + ".";
  const auto read = [&](const std::string& head) {
    return parse_text(head + body, "doe/08Feb2005Doe1.txt");
  };
  const std::string heads[] = {
      "Mole Closed at Vik Washington-- ",
      "Mole Closed at Vik   WASHINGTON, D.C. - ",
      "Mole Closed at Vik WASHINGTON (AP) - ",
      "Mole Closed at Vik WASHINGTON   ",
      "Mole Closed at Vik Contact  Ann Lee Bo Roe "
      "WASHINGTON   U S  ",
      "Mole Closed at Vik February 8 2005 WASHINGTON "};
  for (const std::string& head : heads) {
    CAPTURE(head);
    const Article article = read(head);
    CHECK(article.headline == "Mole Closed at Vik");
    CHECK(article.dateline.starts_with("W"));
    CHECK(article.body.starts_with("W"));
  }
  const std::string sentences[] = {
      "The mole that was closed at Vik by Washington -- ",
      "MOLE CLOSED AT VIK WASHINGTON   ",
      "The mole is closed and nobody knows why Washington -- ",
      "Mole Closed Washington -- ",
      "Senator Jane Doe of EASTERN WASHINGTON   ",
      "Contact Ann Lee Bo Roe 202 224 5972 WASHINGTON   ",
      "Office of Senator Doe Contact Ann Lee 202 224 5972 Date Mole Shut "
      "WASHINGTON   ",
      "Mole Closed at Vik Washington -- and ",
      "Mole Closed. At Vik Washington -- "};
  for (const std::string& sentence : sentences) {
    CAPTURE(sentence);
    CHECK(read(sentence).headline.empty());
  }
}

TEST_CASE("what begins with a dateline is no headline, nor what follows it") {
  const Article article = parse_text(
      "WASHINGTON, D.C. - Senator Jane Doe of Vik, a member of the House's "
      "Committee on Moles, said today:\n\n\"No mole is older\"\n",
      "doe/08Feb2005Doe1.txt");
  CHECK(article.headline.empty());
  CHECK(article.dateline == "WASHINGTON, D.C.");
  CHECK(parse_text("SENS. DOE - ROE PROPOSAL WOULD CLOSE EVERY MOLE THAT IS "
                   "OLDER THAN ITS TOWN\n\nThe mole is old.\n",
                   "x.txt")
            .headline.starts_with("SENS. DOE - ROE"));
}

TEST_CASE("six spaces on a long line are a break, fewer are none") {
  const std::string words(120, 'a');
  const std::string more(120, 'b');
  for (std::size_t spaces = 1; spaces < 14; ++spaces) {
    CAPTURE(spaces);
    const std::string text = words + std::string(spaces, ' ') + more + ".";
    CHECK((parse_text(text, "x.txt").body == text) == (spaces < 6));
  }
}

TEST_CASE("spaces in a row stay in the body, where stops were lost") {
  const std::string gap(40, ' ');
  const Article article = story(
      "January 5  2007   Doe  Roe Close Mole" + gap +
      "Washington  DC    Senators Jane Doe  R ME  and Ann Roe today closed the "
      "mole of Vik  which is older than the town and ought to be left to the "
      "sea   said Doe\n");
  CHECK(article.headline == "Doe Roe Close Mole");
  CHECK(article.body ==
        "Washington  DC    Senators Jane Doe  R ME  and Ann Roe today closed "
        "the mole of Vik  which is older than the town and ought to be left to "
        "the sea   said Doe");
  // Not where lines were joined.
  CHECK(
      story("Mole closed\n\nThe harbour master of Vik closed the  outer mole  "
            "\non Tuesday after a second stone had fallen, and said  so.\n")
          .body ==
      "The harbour master of Vik closed the  outer mole on "
      "Tuesday after a second stone had fallen, and said  so.");
}

TEST_CASE("words are counted as spaces part them") {
  std::string text;
  for (std::size_t words = 0; words < 99; ++words) {
    CAPTURE(words);
    CHECK(word_count(text) == words);
    CHECK(word_count(text, 20) == std::min<std::size_t>(words, 20));
    CHECK(word_count("  " + text + " ") == words);
    (text += words == 0 ? "" : std::string(words % 5 + 1, ' ')) += "word";
  }
}

TEST_CASE("whom to call and where one is stand above a headline") {
  const std::string gap(40, ' ');
  const std::string headline = gap + "Mole Closed at Vik for Good" + gap;
  const std::string body =
      "VIK   Senator Jane Doe today said that the mole of Vik was older than "
      "the town and ought to be left to the sea for good and all  she added ";
  const std::string before[] = {
      "February 8  2005 Contact" + gap + "Joan Roe",
      "February 8  2005 Contact" + gap + "Joan Roe  202 555 0143",
      "Contacts: 202-555-0143 202-555-0144" + gap + "February 8, 2005",
      "Senator Doe Press Relases Contact  Joan Roe  202 555 0143  or John "
      "Roe  864 555 0144" +
          gap + "Date  02 08 2005",
      "Press Room News Releases" + gap + "February 8  2005",
      "TOPICS" + gap + "Latest" + gap + "News" + gap +
          "FOR IMMEDIATE RELEASE  February 8  2005",
  };
  for (const std::string& lines : before) {
    CAPTURE(lines);
    const Article article = story(lines + headline + body, "08Feb2005Doe1.txt");
    CHECK(article.headline == "Mole Closed at Vik for Good");
    CHECK(article.body.starts_with("VIK   Senator"));
    CHECK(to_string(article.date) == "2005-02-08");
    CHECK(article.date_source == "text");
  }
  const Article bare = story("Contacts: 202-555-0143\n\n" + kBody);
  CHECK(bare.headline.empty());
  for (const char* line :
       {"Contact lost with 1,200,000,000 bees", "Home prices fall in Vik",
        "Releases of cod resume", "Date set for the mole",
        "Dozens, 2,000 in all, 1900-2000"})
    CHECK(story(std::string(line) + "\n\n" + kBody).headline == line);
}

TEST_CASE("labels without end are no head") {
  for (const std::string label : {"press release ", "home ", "contact "}) {
    std::string line;
    while (line.size() < 2'000'000) line += label;
    const Article article = parse_text(line + "\n\nThe mole was opened.\n", "");
    CAPTURE(label);
    CHECK(article.body.size() > 1'000'000);
    CHECK(article.body.ends_with("The mole was opened."));
  }
}

TEST_CASE("a path gives the date where the text gives none") {
  const Article article = story("Mole closed\n\n" + kBody, "a/08Feb2005D1.txt");
  CHECK(to_string(article.date) == "2005-02-08");
  CHECK(article.date_source == "path");
  CHECK_FALSE(story("Mole closed\n\n" + kBody).date);
}

TEST_CASE("text without a headline is all body") {
  const Article article = story(kBody);
  CHECK(article.headline.empty());
  CHECK(article.body.starts_with("The harbour master"));
}

TEST_CASE("an empty file is listed") {
  const Reading result = reading("x.txt", " \n\n");
  CHECK(result.stories.empty());
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].why == "no text");
}

TEST_CASE("a dateline is a place, and only that") {
  struct Case {
    const char* paragraph;
    const char* dateline;
  };
  const Case cases[] = {
      {"ROSETTA, Egypt (Halyard) -- Egypt opened", "ROSETTA, Egypt (Halyard)"},
      {"MURMANSK, Feb 2 - Northern Star", "MURMANSK, Feb 2"},
      {"WASHINGTON — The Senate", "WASHINGTON"},
      {"LONDON, Ont. - The Thames", "LONDON, Ont."},
      {"RIO DE JANEIRO (AP) — Rain", "RIO DE JANEIRO (AP)"},
      {"Hamburg, 14. Mai 1992. Auf dem", "Hamburg, 14. Mai 1992"},
      {"Paris (AFP) - Le ministre", "Paris (AFP)"},
      {"رشيد — افتتح وزير", "رشيد"},
      {"EXCLUSIVE - The senator", ""},
      {"CAIRO, FEB 26 -- EGYPT SAID IT WOULD", "CAIRO, FEB 26"},
      {"SAN JOSE - RAIN FELL", "SAN JOSE"},
      {"BRAZIL WANTS INTEREST PAID ON ITS MEDIUM- AND LONG-TERM DEBT", ""},
      {"THE MINISTER LEFT LONDON - TALKS HAD FAILED", ""},
      {"The mole - older than the town - fell", ""},
      {"He said - and meant it - that", ""},
      {"A well-known man", ""},
      {"VIK -", "VIK"},
      {"VIK\u2014", "VIK"},
      {"VIK _ The mole", "VIK"},
      {"VIK- The mole", "VIK"},
      {"VIK \u2013 The mole", "VIK"},
      {"VIK -- The mole", "VIK"},
      {"VIK ", ""},
      {"", ""},
      {"Washington-- In the midst of talks", "Washington"},
      {"Washington, D.C. - Senator Doe", "Washington, D.C."},
      {"New York — “No mole”, she said", "New York"},
      {"Washington - already wet - got more rain", ""},
      {"Vik -- The mole", ""},
      {"WASHINGTON D C Senator Doe today said", "WASHINGTON D C"},
      {"WASHINGTON DC Today the Senate", "WASHINGTON DC"},
      {"WASHINGTON U S Senator Jane Doe", "WASHINGTON"},
      {"NEW YORK Today Senator Doe", "NEW YORK"},
      {"WASHINGTON NATIONALS WIN The team", ""},
      {"WASHINGTON SENATOR DOE SAID", ""},
      {"WASHINGTON and Vik", ""},
      {"Washington Today Senator Doe", ""},
      {"Washington D C Senator Doe said", "Washington D C"},
      {"WASHINGTON  ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.paragraph);
    CHECK(dateline_of(c.paragraph) == c.dateline);
  }
}
