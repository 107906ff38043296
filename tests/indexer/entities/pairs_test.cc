#include "indexer/entities/pairs.h"

#include <string>

#include "indexer/entities/model.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

std::string cut(std::string_view text) {
  std::vector<TaggerToken> tokens;
  read_tokens(text, TaggerModel::embedded().lexicon(), tokens);
  std::string result;
  for (const TaggerToken& token : tokens) {
    if (!result.empty()) result += ' ';
    result += token.in(text);
  }
  return result;
}

TEST_CASE("two names joined by a hyphen are two") {
  const std::pair<const char*, const char*> cases[] = {
      {"the Israel-Hamas war", "the Israel - Hamas war"},
      {"India-Pakistan talks", "India - Pakistan talks"},
      {"a U.S.-Japan pact and a NATO-Russia one",
       "a U.S. - Japan pact and a NATO - Russia one"},
      // One place, one person, one people.
      {"Guinea-Bissau", "Guinea-Bissau"},
      {"Abdel-Fattah and Jean-Pierre", "Abdel-Fattah and Jean-Pierre"},
      {"Israeli-Palestinian", "Israeli-Palestinian"},
      {"Port-au-Prince", "Port-au-Prince"},
      {"Iran-Iraq-", "Iran - Iraq -"},
      {"-Iran", "- Iran"},
  };
  for (const auto& [text, tokens] : cases) CHECK(cut(text) == tokens);
}

TEST_CASE("the parts of a pair lie where they stand in the text") {
  const std::string_view text = "The India-Pakistan border";
  std::vector<TaggerToken> tokens;
  read_tokens(text, TaggerModel::embedded().lexicon(), tokens);
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[1].in(text) == "India");
  CHECK(tokens[2].kind == TokenKind::kPunctuation);
  CHECK(tokens[3].in(text) == "Pakistan");
  CHECK(tokens[3].glued);
  CHECK(tokens[3].letters == LetterCase::kCapital);
}

}  // namespace
}  // namespace broadsheet
