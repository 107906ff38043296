#include "indexer/entities/word.h"

#include <string>
#include <string_view>

#include "indexer/entities/hash.h"
#include "indexer/entities/lexicon.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

TEST_CASE("the lexicon is asked for one form of a word") {
  struct Row {
    std::string_view word;
    std::string_view form;
  };
  const Row rows[] = {
      {"", ""},
      {"Cairo", "cairo"},
      {"U.S.", "us"},
      {"...", ""},
      {"O`Neill", "o'neill"},
      {"`", "`"},  // a quotation mark at either end
      {"`Abdul`", "`abdul`"},
      {"O’Neill’s", "o'neill's"},
      {"St.-Étienne", "st-etienne"},
      {"ISTANBUL", "istanbul"},
      {std::string_view("a\0B", 3), std::string_view("a\0b", 3)},
      {"A\xE2\x80", "a\uFFFD\uFFFD"},  // a broken apostrophe
      {"Москва", "москва"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(lexicon_form(row.word) == row.form);
  }
}

TEST_CASE("a word's shape keeps two of a run") {
  struct Row {
    std::string_view word;
    std::string_view shape;
  };
  const Row rows[] = {
      {"McCain", "XxXxx"}, {"USA", "XX"},     {"1,000", "d,dd"},
      {"@[`{", "@[`{"},    {"Élysée", "Xxx"}, {"ÖVP", "XX"},
      {"İzmir", "Xxx"},    {"ılgaz", "xx"},   {"東京都", "''"},
      {"Wałęsa", "Xxx"},   {"a\xFFZ", "x'X"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    const auto spelled = describe(row.word, TokenKind::kWord, Lexicon());
    CHECK(spelled.word.shape == hash_of(row.shape));
  }
}

TEST_CASE("words are written small in any script") {
  CHECK(lowered("").empty());
  CHECK(lowered("NATO-Led [Z]") == "nato-led [z]");
  CHECK(lowered("ÉLYSÉE Ж") == "élysée ж");
}

}  // namespace
}  // namespace broadsheet
