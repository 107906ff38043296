#include "indexer/formats/prose.h"

#include <utility>

#include "tests/catch.h"

using namespace broadsheet;
using Paragraphs = std::vector<std::string>;

TEST_CASE("a field is one clean line") {
  CHECK(one_line(" a\tb \n c\x01 ") == "a b c");
  CHECK(one_line("soft\xC2\xADhyphen\xC2\xA0space\xEF\xBB\xBF") ==
        "softhyphen space");
  CHECK(one_line("  \n ").empty());
}

TEST_CASE("paragraphs are found in whatever way they are set") {
  struct Case {
    const char* why;
    std::string text;
    Paragraphs paragraphs;
  };
  const Case cases[] = {
      {"blank lines part them",
       "One.\n\nTwo.\n\n\n\nThree.",
       {"One.", "Two.", "Three."}},
      {"hard-wrapped lines are joined",
       "The minister said on Thursday that the first kilometers of\n"
       "the wall would be opened before the summer, when the water\n"
       "is low, but that nobody could promise it.\n",
       {"The minister said on Thursday that the first kilometers of the wall "
        "would be opened before the summer, when the water is low, but that "
        "nobody could promise it."}},
      {"an indented line begins one",
       "    The minister said on Thursday that the first kilometers\n"
       "of the wall would be opened before the summer.\n"
       "    Nobody could promise it, and nobody did: the river rises\n"
       "when it will.\n",
       {"The minister said on Thursday that the first kilometers of the wall "
        "would be opened before the summer.",
        "Nobody could promise it, and nobody did: the river rises when it "
        "will."}},
      {"verse keeps its lines",
       "The sea is calm tonight.\nThe tide is full,\nthe moon lies fair\n"
       "Upon the straits; on the far coast the light\n",
       {"The sea is calm tonight.", "The tide is full,", "the moon lies fair",
        "Upon the straits; on the far coast the light"}},
      {"so does a table",
       "Mariners      11   8   26\nPort Said     11   8   25\n",
       {"Mariners 11 8 26", "Port Said 11 8 25"}},
      {"and a list, its wrapped items whole",
       "He named four things in a long sentence that had to be wrapped:\n"
       "  * the pumps, which have been silent since November and would\n"
       "    need new seals\n"
       "  * the stone, which came by rail from quarries near Aswan, on\n"
       "    two barges\n",
       {"He named four things in a long sentence that had to be wrapped:",
        "* the pumps, which have been silent since November and would need "
        "new seals",
        "* the stone, which came by rail from quarries near Aswan, on two "
        "barges"}},
      {"a word cut at its hyphen is not torn",
       "Budget writers of the Senate worked all day on a huge 37-\n"
       "billion-dollar package of reductions, half through new taxes.\n",
       {"Budget writers of the Senate worked all day on a huge "
        "37-billion-dollar package of reductions, half through new taxes."}},
      {"long lines are paragraphs",
       std::string(300, 'a') + "\nshort\n",
       {std::string(300, 'a'), "short"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(paragraphs_of(c.text) == c.paragraphs);
  }
}

TEST_CASE("what is no clean paragraph is made one, wherever it is none") {
  const std::string words = std::string(40, 'a') + " " + std::string(40, 'b');
  for (std::size_t at = 0; at <= words.size(); ++at) {
    CAPTURE(at);
    for (const std::string_view odd : {"  ", "\t", "\x01", "\n", "\x7F"}) {
      std::string text = words;
      text.insert(at, odd);
      std::string body = "One.";
      add_paragraph(body, text);
      CHECK(body == "One.\n" + one_line(text));
    }
    std::string lines = words;
    lines.insert(at, "\n \n");
    std::string set;
    add_lines(set, lines);
    Article article;
    article.body = lines;
    CHECK(finished(std::move(article), {}).body == set);
  }
}

TEST_CASE("a clean paragraph is added as it is") {
  std::string body;
  for (const std::string_view paragraph : {"", "One.", "", "Caf\u00E9."})
    add_clean_paragraph(body, paragraph);
  CHECK(body == "One.\nCaf\u00E9.");
}

TEST_CASE("texts read the same if only case and signs differ") {
  CHECK(reads_same("Mole closed -- at VIK", "mole Closed at Vik."));
  CHECK(reads_same("\"Mole\" closed", "Mole closed"));
  CHECK(reads_same("\u00C9toile", "etoile"));
  CHECK(reads_same("E\u0301toile", "etoile"));
  CHECK(reads_same("Mole  closed", "Mole closed"));
  CHECK(reads_same("Mole's closed", "moles, closed"));
  CHECK_FALSE(reads_same("Mole closed", "Pole closed"));
  CHECK_FALSE(reads_same("Mole closed", "Mole clothed"));
  CHECK_FALSE(reads_same("\u00C9tage", "\u00C9tale"));
  CHECK_FALSE(reads_same("Mole", "Mole closed"));
  CHECK_FALSE(reads_same("Mole closed", ""));
  CHECK(reads_same("", "--"));
}

TEST_CASE("a finished story is clean, and cut where it is too long") {
  std::vector<Skip> skips;
  const OnSkip on_skip = [&](const Skip& skip) { skips.push_back(skip); };
  Article article;
  article.headline = "A\x02\n headline ";
  article.body = "One\ttwo\r\n\r\n  three\x07 ";
  article.topics = {" a ", ""};
  article = finished(std::move(article), on_skip);
  CHECK(article.headline == "A headline");
  CHECK(article.body == "One two\nthree");
  CHECK(article.topics == Paragraphs{"a"});
  CHECK(skips.empty());

  article.body.assign(Input::kMaxText + 9, 'x');
  article = finished(std::move(article), on_skip);
  CHECK(article.body.size() == Input::kMaxText);
  REQUIRE(skips.size() == 1);
  CHECK_FALSE(skips[0].lost);
}
