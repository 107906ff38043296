#include "common/index/analysis.h"

#include <fmt/format.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

/// The words of a text, a space between them.
std::string words(std::string_view text) {
  std::string all;
  for (const auto& word : words_of(text)) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

/// "word@position", a space between them.
std::string placed(std::string_view text, Position first = 1) {
  std::string all;
  Tokenizer tokenizer(text, first);
  for (Token token; tokenizer.next(token);) {
    if (!all.empty()) all += ' ';
    all += fmt::format("{}@{}", token.term(), token.position);
  }
  return all;
}

/// What of the text each word covers, a bar between them.
std::string covered(std::string_view text) {
  std::string all;
  Tokenizer tokenizer(text, 1);
  for (Token token; tokenizer.next(token);) {
    if (!all.empty()) all += '|';
    all += text.substr(token.begin, token.end - token.begin);
  }
  return all;
}

struct Row {
  std::string_view text;
  std::string_view words;
};

template <std::size_t n>
void check(const Row (&rows)[n]) {
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(words(text) == expected);
  }
}

}  // namespace

TEST_CASE("a text is its words, folded") {
  check({
      {"", ""},
      {" \n\t.,;- ", ""},
      {"The Caf\u00E9 re-opened.", "the cafe re opened"},
      {"al-Sissi", "al sissi"},
      {"snake_case", "snake case"},
      {"Bunds\u2014and\u2013gilts", "bunds and gilts"},
      {"https://a.example/b?c=d", "https a example b c d"},
      {"#MeToo @reuters", "metoo reuters"},
      {"zero\u200Bwidth", "zero width"},
      {"non\u00A0breaking", "non breaking"},
  });
}

TEST_CASE("a possessive is no word of its own") {
  check({
      {"the company's shares", "the company shares"},
      {"the company\u2019s shares", "the company shares"},
      {"REUTERS'S", "reuters"},
      {"the workers' strike", "the workers strike"},
      {"Oakland A's", "oakland a"},
      {"1990's", "1990"},
      {"Xi's-era", "xi era"},
      {"AT&T's", "at&t"},
      {"the U.S.'s role", "the u.s role"},  // behind the dot too
      {"the U.S.\u2019s role", "the u.s role"},
      {"d's\u00E9ance", "d seance"},  // goes on: no possessive
  });
}

TEST_CASE("other apostrophes join, but after one letter or qu") {
  check({
      {"don't", "dont"},
      {"don\u2019t", "dont"},
      {"don\u02BCt", "dont"},  // the letter that Unicode calls apostrophe
      {"Sana'a Qur'an Shi'ite", "sanaa quran shiite"},
      {"Hawai\u02BBi", "hawaii"},  // okina
      {"\u043E\u0431\u02BC\u0454\u043A\u0442",
       "\u043E\u0431\u0454\u043A\u0442"},  // Ukrainian
      {"aujourd'hui", "aujourdhui"},
      {"O'Connor", "o connor"},
      {"l'eau d\u2019Estaing", "l eau d estaing"},
      {"qu'il Qu'on", "qu il qu on"},
      {"'quoted'", "quoted"},
      {"rock 'n' roll", "rock n roll"},
      {"the '90s", "the 90s"},
      {"a''b", "a b"},
  });
}

TEST_CASE("letters parted by dots are one acronym") {
  check({
      {"the U.S. said", "the u.s said"},
      {"U.S.S.R.", "u.s.s.r"},
      {"U.S.-led", "u.s led"},
      {"at 5 p.m. Monday", "at 5 p.m monday"},
      {"J. F. Kennedy", "j f kennedy"},
      {"J.F. Kennedy", "j.f kennedy"},
      {"J.Smith", "j smith"},  // a missing space, not an acronym
      {"end.Begin", "end begin"},
      {"\u0421.\u0428.\u0410.", "\u0441.\u0448.\u0430"},
      {"E\u0301.U.", "e.u"},  // with a combining mark
      {"plan B.", "plan b"},
      {"x.1", "x 1"},
  });
}

TEST_CASE("a number is one word") {
  check({
      {"1,750", "1750"},
      {"1,750,000.50", "1750000.50"},
      {"3.5", "3.5"},
      {"3.5.", "3.5"},
      {"1,75", "1 75"},
      {"1,7500", "1 7500"},
      {"1987,1988", "1987 1988"},
      {"24,12,1987", "24 12 1987"},
      {"3rd 747s 5pm", "3rd 747s 5pm"},
      {"1987-88", "1987 88"},
      {"10:30", "10 30"},
      {"$1.2bn", "1.2bn"},
      {"50%", "50"},
      {"\u0661\u0669\u0668\u0667", "1987"},  // Arabic-Indic
      {"CO\u2082", "co2"},
  });
}

TEST_CASE("an ampersand joins short letters") {
  check({
      {"AT&T", "at&t"},
      {"R&D", "r&d"},
      {"Marks & Spencer", "marks spencer"},
      {"black&white", "black white"},
      {"Q&A:", "q&a"},
      {"4&B", "4 b"},
      {"A&", "a"},
  });
}

TEST_CASE("ideographs are words by themselves") {
  check({
      {"\u5317\u4EAC", "\u5317 \u4EAC"},
      {"NBA\u5317\u4EAC2008\u5E74", "nba \u5317 \u4EAC 2008 \u5E74"},
      {"\u30B3\u30FC\u30D2\u30FC", "\u30B3 \u30FC \u30D2 \u30FC"},
      {"\u3068\u3046\u304D\u3087\u3046", "\u3068 \u3046 \u304D \u3087 \u3046"},
      // Composed or not, with its voicing mark; and Thai with its vowels.
      {"\u304C", "\u304B\u3099"},
      {"\u304B\u3099", "\u304B\u3099"},
      {"\u0E01\u0E35\u0E48\u0E1B", "\u0E01\u0E35\u0E48 \u0E1B"},
  });
}

TEST_CASE("words of other scripts") {
  check({
      {"\u041C\u043E\u0441\u043A\u0432\u0430, \u0401\u043B\u043A\u0430",
       "\u043C\u043E\u0441\u043A\u0432\u0430 \u0435\u043B\u043A\u0430"},
      {"\u0627\u0644\u0642\u0627\u0647\u0631\u0629",
       "\u0627\u0644\u0642\u0627\u0647\u0631\u0647"},
      {"\u0939\u093F\u0928\u094D\u0926\u0940",
       "\u0939\u093F\u0928\u094D\u0926\u0940"},
      {"\uD55C\uAD6D\uC5B4 \uB274\uC2A4",
       "\uD55C \uAD6D \uC5B4 \uB274 \uC2A4"},  // particles are written on
      {"re\u0301sume\u0301", "resume"},        // combining marks
      {"nai\u0308ve\u0301s", "naives"},
      {"\u0301 lone mark", "lone mark"},
      {"co\u00ADoperate", "cooperate"},
      {"\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
       "\u0646\u0645\u064A\u062E\u0648\u0627\u0647\u0645"},  // joiner inside
  });
}

TEST_CASE("no word is empty") {
  // Tatweel is a letter that folds to nothing.
  check({{"\u0640", ""}, {"a \u0640\u0640 b", "a b"}});
  CHECK(placed("a \u0640 b") == "a@1 b@2");
}

TEST_CASE("paragraphs are one position apart") {
  CHECK(placed("one two\nthree") == "one@1 two@2 three@4");
  CHECK(placed("one\n\n\ntwo") == "one@1 two@3");
  CHECK(placed("\n\none") == "one@1");  // no word before: no gap
  CHECK(placed("one\n") == "one@1");
  CHECK(placed("one's\ntwo") == "one@1 two@3");
  CHECK(placed("\u5317\n\u4EAC") == "\u5317@1 \u4EAC@3");
  CHECK(placed("a b", kBodyStart) == "a@1001 b@1002");
}

TEST_CASE("a word knows the bytes it covers") {
  CHECK(covered("The company's R&D, don't!") == "The|company|R&D|don't");
  CHECK(covered("U.S.-led 1,750.") == "U.S|led|1,750");
  CHECK(covered("\u5317\u4EAC\u0301") == "\u5317|\u4EAC\u0301");
  CHECK(covered("e\u0301t\u00E9") == "e\u0301t\u00E9");
}

TEST_CASE("words of broken text begin and end on characters") {
  const std::string_view texts[] = {"caf\xE9 au lait", "\x80\x81 ab\xE5\x8C",
                                    "\xF0\x9F\x98 x\xFFy",
                                    "a'\x80s b.\xFF.c 1,\xE5\x8C\x97"
                                    "00"};
  for (const auto text : texts) {
    CAPTURE(to_valid_utf8(text));
    Tokenizer tokenizer(text, 1);
    std::size_t end = 0;
    for (Token token; tokenizer.next(token);) {
      CHECK(token.begin >= end);
      CHECK(token.end > token.begin);
      CHECK(floor_char(text, token.begin) == token.begin);
      CHECK(floor_char(text, token.end) == token.end);
      CHECK(valid_utf8(token.term()));
      CHECK_FALSE(token.term().empty());
      end = token.end;
    }
  }
  CHECK(words("caf\xE9 au") == "caf au");
}

TEST_CASE("a word is cut at 64 bytes, between characters") {
  const std::string a(63, 'a');
  CHECK(words(a + "bcd") == a + "b");
  CHECK(words(a + "\u0416z") == a);  // no half character, and nothing behind
  CHECK(covered(a + "bcd") == a + "bcd");
  std::string dotted = "1";
  for (int i = 0; i < 200; ++i) dotted += ".1";
  CHECK(words(dotted) == dotted.substr(0, 64));
  std::string acronym = "a";
  for (int i = 0; i < 200; ++i) acronym += ".b";
  for (const auto& word : words_of(acronym)) CHECK(word.size() <= kMaxWord);
  // In time that grows with the text alone.
  CHECK(words_of(std::string(std::size_t{8} << 20, 'a')) ==
        std::vector<std::string>{std::string(kMaxWord, 'a')});
}

TEST_CASE("no text makes a word too long or without folding") {
  // Every letter of Unicode, forty at a time: ligatures that fold to many.
  for (char32_t c = 0; c <= 0x2FFFF; ++c) {
    std::string text;
    for (int i = 0; i < 40; ++i) append_utf8(text, c);
    Tokenizer tokenizer(text, 1);
    for (Token token; tokenizer.next(token);) {
      const bool sound = !token.term().empty() &&
                         token.term().size() <= kMaxWord &&
                         fold(token.term()) == token.term();
      if (sound) continue;
      CAPTURE(static_cast<unsigned>(c), token.term());
      REQUIRE(sound);
    }
  }
}

TEST_CASE("a short word is as it would be if it were long") {
  // Texts of pieces that meet in every way. No word is short where I is dotted.
  constexpr std::string_view kPieces[] = {"a",
                                          "B",
                                          "qu",
                                          "The",
                                          "strike",
                                          "abcdefghijklmno",
                                          "P",
                                          "1",
                                          "750",
                                          "3rd",
                                          ".",
                                          ",",
                                          "'",
                                          "'s",
                                          "&",
                                          "-",
                                          " ",
                                          "\n",
                                          std::string_view("\0", 1),
                                          "\u00E9",
                                          "\xE9",
                                          "\u5317",
                                          "\u0301",
                                          "\u2019",
                                          "\t",
                                          "_",
                                          "\u0640"};
  std::uint32_t random = 1;
  std::size_t short_words = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (int n = 0; n < 12; ++n) {
      random = random * 1664525 + 1013904223;
      text += kPieces[(random >> 16) % std::size(kPieces)];
    }
    Tokenizer tokenizer(text, 1), other(text, 1, true);
    Token token, expected;
    while (other.next(expected)) {
      REQUIRE(tokenizer.next(token));
      REQUIRE_FALSE(expected.is_short());
      short_words += token.is_short();
      const bool same =
          token.term() == expected.term() &&
          token.lower() == expected.lower() && token.begin == expected.begin &&
          token.end == expected.end && token.position == expected.position &&
          token.stemmable == expected.stemmable &&
          token.ideograph == expected.ideograph;
      if (same) continue;
      CAPTURE(text, token.term(), expected.term());
      REQUIRE(same);
    }
    REQUIRE_FALSE(tokenizer.next(token));
  }
  CHECK(short_words > 20'000);
}

TEST_CASE("what a stemmer gets has its diacritics") {
  Tokenizer tokenizer("\u00C9t\u00E9s 3rd R&D U.S. don't \u5317", 1);
  struct Case {
    std::string_view lower;
    bool stemmable;
  };
  const Case rows[] = {
      {"\u00E9t\u00E9s", true}, {"3rd", false}, {"r&d", false},
      {"u.s", false},           {"dont", true}, {"\u5317", false},
  };
  Token token;
  for (const auto& [lower, stemmable] : rows) {
    REQUIRE(tokenizer.next(token));
    CHECK(token.lower() == lower);
    CHECK(token.stemmable == stemmable);
  }
  CHECK_FALSE(tokenizer.next(token));
  CHECK_FALSE(tokenizer.next(token));
}
