#include "indexer/entities/token.h"

#include <string>

#include "tests/catch.h"

namespace broadsheet {
namespace {

// Tokens parted by spaces; "|" stands before each that opens a sentence.
std::string cut(std::string_view text) {
  std::vector<TaggerToken> tokens;
  tokenize(text, tokens);
  std::string result;
  for (const TaggerToken& token : tokens) {
    if (!result.empty()) result += ' ';
    if (token.opens_sentence) result += '|';
    result += token.in(text);
  }
  return result;
}

LetterCase case_of(std::string_view word) {
  std::vector<TaggerToken> tokens;
  tokenize(word, tokens);
  return tokens.at(0).letters;
}

TEST_CASE("words keep what belongs to them") {
  const std::pair<const char*, const char*> cases[] = {
      {"Abdel-Fattah al-Sissi said", "|Abdel-Fattah al-Sissi said"},
      {"O'Neill in N'Djamena", "|O'Neill in N'Djamena"},
      {"Sana’a, Xi'an", "|Sana’a , Xi'an"},
      {"the U.S. and the U.N.", "|the U.S. and the U.N."},
      {"U.S.-led forces", "|U.S. - led forces"},
      {"Rep. Cox, R-Calif", "|Rep. Cox , R - Calif"},
      {"the R-rated X-Men", "|the R-rated X-Men"},
      {"Cairo-based, Qatari-born", "|Cairo - based , Qatari - born"},
      {"J. K. Rowling, George W. Bush", "|J. K. Rowling , George W. Bush"},
      {"at 5 p.m. on 1,234.50", "|at 5 p.m. on 1,234.50"},
      {"won 6-3, 7-6 (7-4)", "|won 6-3 , 7-6 ( 7-4 )"},
      {"14-James Toplin, 3-D, 400-Meter",
       "|14 - James Toplin , 3-D , 400-Meter"},
      {"Engr. Ali", "|Engr. Ali"},
      {"Côte d'Ivoire", "|Côte d'Ivoire"},
      {"No. 5 said no.", "|No. 5 said no ."},
      {"Jackson, Miss., said Miss. Universe",
       "|Jackson , Miss. , said Miss . |Universe"},
      {"San`a and ``San Jose''", "|San`a and `` San Jose ''"},
  };
  for (const auto& [text, tokens] : cases) {
    CHECK(cut(text) == tokens);
  }
}

TEST_CASE("possessives and clitics stand apart") {
  CHECK(cut("Blinken's trip") == "|Blinken 's trip");
  CHECK(cut("Blinken’s trip") == "|Blinken ’s trip");
  CHECK(cut("the United States’ rejection") ==
        "|the United States ’ rejection");
  CHECK(cut("We’ve said he'll") == "|We ’ve said he 'll");
  // Not a clitic: the word goes on.
  CHECK(cut("Shi'ite") == "|Shi'ite");
  CHECK(cut("O'Malley's") == "|O'Malley 's");
}

TEST_CASE("sentences") {
  const std::pair<const char*, const char*> cases[] = {
      {"He left. She stayed.", "|He left . |She stayed ."},
      {"\"Go.\" The end", "|\" Go . \" |The end"},
      {"Mr. Smith and Gen. Lee", "|Mr. Smith and Gen. Lee"},
      {"in the U.S. Senate", "|in the U.S. Senate"},
      {"in the U.S. The Senate", "|in the U.S. |The Senate"},
      {"Ford Motor Co. But GM", "|Ford Motor Co. |But GM"},
      {"well ... Then", "|well ... Then"},
      {"one\n\nTwo", "|one |Two"},
      // Short lines are lines of a table, not of running text.
      {"Leeds 2\nChester 0", "|Leeds 2 |Chester 0"},
      {"approx. 3 p.m. today", "|approx . |3 p.m. today"},
  };
  for (const auto& [text, tokens] : cases) {
    CHECK(cut(text) == tokens);
  }
}

TEST_CASE("a wrapped line goes on with its sentence") {
  const std::string wrapped =
      "The foreign minister of Egypt, who was on a visit to Doha and\n"
      "Amman, told reporters on Thursday that the talks would go on in\n"
      "Cairo.\n"
      "   Next week they move on.";
  CHECK(cut(wrapped).find("Amman") != std::string::npos);
  CHECK(cut(wrapped).find("|Amman") == std::string::npos);
  CHECK(cut(wrapped).find("|Next") != std::string::npos);
}

TEST_CASE("letter cases") {
  CHECK(case_of("cairo") == LetterCase::kLower);
  CHECK(case_of("Cairo") == LetterCase::kCapital);
  CHECK(case_of("CAIRO") == LetterCase::kUpper);
  CHECK(case_of("McCain") == LetterCase::kMixed);
  CHECK(case_of("al-Sissi") == LetterCase::kMixed);
  CHECK(case_of("Élysée") == LetterCase::kCapital);
  CHECK(case_of("ÇİLLER") == LetterCase::kUpper);
  CHECK(case_of("1987") == LetterCase::kNone);
}

TEST_CASE("offsets are of bytes, on character borders, and rise") {
  const std::string text = "Erdoğan visitó São Tomé — \xF0\x9F\x98\x80 \xFF!";
  std::vector<TaggerToken> tokens;
  tokenize(text, tokens);
  std::uint32_t end = 0;
  for (const TaggerToken& token : tokens) {
    CHECK(token.begin >= end);
    CHECK(token.end > token.begin);
    end = token.end;
  }
  REQUIRE(tokens.size() >= 4);
  CHECK(tokens[0].in(text) == "Erdoğan");
  CHECK(tokens[3].in(text) == "Tomé");
  CHECK(tokens.back().in(text) == "!");
}

TEST_CASE("nothing gives nothing") {
  CHECK(cut("").empty());
  CHECK(cut(" \n\t \n").empty());
}

}  // namespace
}  // namespace broadsheet
