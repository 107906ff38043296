#include "common/index/stems.h"

#include "tests/catch.h"

using namespace broadsheet;

namespace {

std::string stems(std::string_view language, std::string_view text) {
  Stemmer stemmer(language);
  std::string all;
  Tokenizer tokenizer(text, 1);
  for (Token token; tokenizer.next(token);) {
    if (!all.empty()) all += ' ';
    all += stemmer.stem(token);
  }
  return all;
}

}  // namespace

TEST_CASE("words are stemmed in the language of the story") {
  struct Row {
    std::string_view language, text, stems;
  };
  const Row rows[] = {
      {"en", "Elections elected", "elect elect"},
      {"und", "elections", "elect"},  // as English
      {"fr", "continuellement", "continuel"},
      {"de", "H\u00E4user h\u00E4uslich", "haus hauslich"},
      // The accent decides the stem, so it is stemmed before it is folded.
      {"es", "a\u00F1os", "anos"},
      {"ja", "elections", "elections"},  // no stemmer: words stay
      {"zz", "elections", "elections"},
      {"en", "3rds R&D U.S. 1,750s", "3rds r&d u.s 1 750s"},
  };
  for (const auto& [language, text, expected] : rows) {
    CAPTURE(language, text);
    CHECK(stems(language, text) == expected);
  }
}

TEST_CASE("a stem asked for again is the same") {
  Stemmer stemmer("en");
  Token token;
  REQUIRE(Tokenizer("strikes", 1).next(token));
  CHECK(stemmer.stem(token) == "strike");
  CHECK(stemmer.stem(token) == "strike");
}
