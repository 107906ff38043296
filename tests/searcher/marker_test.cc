#include "searcher/marker.h"

#include <string>
#include <vector>

#include "common/index/analysis.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

/// The text with its marks in brackets.
std::string marked(const Wanted& wanted, const std::string& language,
                   const std::string& text) {
  std::map<std::string, Stemmer> stemmers;
  Story story;
  story.language = language;
  std::string shown;
  std::size_t at = 0;
  for (const auto& mark :
       Marker(wanted, stemmers).marks(story, Zone::kBody, text)) {
    const auto [begin, end] = mark.range;
    shown += text.substr(at, begin - at) + "[" +
             text.substr(begin, end - begin) + "]";
    at = end;
  }
  return shown + text.substr(at);
}

struct Case {
  std::string words, stems;
  std::string expected;
  std::string language = "en";
  std::string phrase = {};
};

Wanted wanted_of(const Case& one) {
  Wanted wanted;
  for (const auto& word : words_of(one.words)) wanted.words.emplace(word, 0);
  for (const auto& stem : words_of(one.stems)) wanted.stems.emplace(stem, 0);
  if (!one.phrase.empty()) wanted.phrases.emplace_back(words_of(one.phrase), 1);
  return wanted;
}

std::string without_brackets(std::string text) {
  std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
  return text;
}

}  // namespace

TEST_CASE("words are marked wherever they begin") {
  const Case cases[] = {
      {"dam", "", "The [dam], a Dammam [DAM]-wall\n([dam]) and \"[Dam]'s\"."},
      {"eau", "", "l'[eau] and an [eau]-de-vie, not beau"},
      {"at&t 3.5 1,750", "", "[AT&T] said [3.5] of [1,750] and 13.5"},
      {"u.s", "", "the [U.S].'s, the [U.S]. and us"},
      {"cote", "", "[C\u00F4te]-d'Or, la [c\u00F4te]\u00A0d'Azur"},
      {"\u043C\u0438\u0440", "",
       "\u2014 [\u041C\u0438\u0440] \u0438 [\u043C\u0438\u0440]"},
      {"", "die", "[dying] men [die], dice do not"},
      {"", "rendah", "[merendahkan] [rendah]", "id"},
      {"", "ep", "[ebdi], ebedi", "tr"},
      {"", "fuil", "[bhfuil] [fuil]", "ga"},
  };
  for (const auto& one : cases) {
    INFO(one.expected);
    CHECK(marked(wanted_of(one), one.language,
                 without_brackets(one.expected)) == one.expected);
  }
}

TEST_CASE("a phrase is marked where no other word comes between") {
  const Case cases[] = {
      {"", "", "[oil] [price], oil and price, [oil] -- [price]", "en",
       "oil price"},
      {"", "", "the [oil]\n[price] of oil by price, oil, gas price", "en",
       "oil price"},
      {"gas", "", "[oil] [and] [oil] for [gas]", "en", "oil and oil"},
      {"", "", "[\u5317\u4EAC]\u3001\u5317 a \u4EAC", "zh", "\u5317\u4EAC"},
  };
  for (const auto& one : cases) {
    INFO(one.expected);
    CHECK(marked(wanted_of(one), one.language,
                 without_brackets(one.expected)) == one.expected);
  }
}
