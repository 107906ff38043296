#include "common/text/fold.h"

#include "common/text/utf8.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

struct Row {
  std::string_view text;
  std::string_view folded;
};

}  // namespace

TEST_CASE("folding takes case, diacritics and forms away") {
  const Row rows[] = {
      {"", ""},
      {"Reuters", "reuters"},
      {"CAF\u00C9", "cafe"},
      {"cafe\u0301", "cafe"},  // the same, decomposed
      {"Stra\u00DFe", "strasse"},
      {"STRA\u1E9EE", "strasse"},
      {"\u00C6r\u00F8", "aero"},
      {"\u0141\u00F3d\u017A", "lodz"},
      {"\u0130stanbul", "istanbul"},  // the dotted capital I
      {"\u0131", "i"},                // and the dotless small one
      {"\uFB01nance", "finance"},     // a ligature
      {"\uFF21\uFF11", "a1"},         // full-width forms
      {"\u0391\u0398\u0397\u039D\u0391\u03A3",
       "\u03B1\u03B8\u03B7\u03BD\u03B1"
       "\u03C3"},
      {"\u03AD\u03C2", "\u03B5\u03C3"},  // accent off, final sigma plain
      {"\u0419", "\u0438"},              // Cyrillic: short i is i
      {"\u0401", "\u0435"},
      {"\u0623\u062D\u0645\u062F", "\u0627\u062D\u0645\u062F"},  // hamza off
      {"\u0645\u0650\u0635\u0652\u0631", "\u0645\u0635\u0631"},  // vowels off
      {"\u0645\u0640\u0635\u0631", "\u0645\u0635\u0631"},        // no tatweel
      {"\u0669\u0661\u0661", "911"},     // Arabic-Indic digits
      {"co\u00ADoperate", "cooperate"},  // soft hyphen
  };
  for (const auto& [text, folded] : rows) {
    CAPTURE(text);
    CHECK(fold(text) == folded);
  }
}

TEST_CASE("marks that are letters of their script stay") {
  for (const std::string_view text :
       {"\u0939\u093F\u0928\u094D\u0926\u0940",  // Devanagari
        "\u0E01\u0E35\u0E48",                    // Thai
        "\uD55C\uAD6D",                          // Hangul
        "\u304B\u3099"}) {                       // ga is not ka
    CAPTURE(text);
    CHECK(fold(text) == text);
  }
}

TEST_CASE("folding what is folded changes nothing") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string once;
    append_folded(once, c);
    if (fold(once) == once) continue;
    CAPTURE(static_cast<unsigned>(c), once);
    REQUIRE(fold(once) == once);
  }
}

TEST_CASE("composed and decomposed letters fold alike") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"\u00E9", "e\u0301"},      {"\u1EC7", "e\u0323\u0302"},
      {"\u0439", "\u0438\u0306"}, {"\u0624", "\u0648\u0654"},
      {"\u0958", "\u0915\u093C"}, {"\u30AC", "\u30AB\u3099"},
  };
  for (const auto& [composed, decomposed] : rows) {
    CAPTURE(composed);
    CHECK(fold(composed) == fold(decomposed));
  }
}

TEST_CASE("broken bytes fold to U+FFFD") {
  CHECK(fold("caf\xE9") == "caf\uFFFD");
}

TEST_CASE("names are compared without their punctuation") {
  const Row rows[] = {
      {"St. John's", "st johns"},
      {"C\u00F4te-d\u2019Ivoire", "cote divoire"},
      {"  AP / Reuters  ", "ap reuters"},
      {"\u02BBOkina", "okina"},
      {"--", ""},
      {"", ""},
      {"a \u0301", "a"},  // a stray accent is nothing, and leaves no space
      {"a \u0640 b", "a b"},
      {"\u0301a", "a"},
      {"\u5317\u4EAC", "\u5317\u4EAC"},
      {"4\u00BD", "41\u20442"},  // compatibility form of one half
  };
  for (const auto& [text, folded] : rows) {
    CAPTURE(text);
    CHECK(fold_name(text) == folded);
  }
}

TEST_CASE("lower case keeps the diacritics that a stemmer wants") {
  std::string lower;
  for (const char32_t c : U"\u00C9T\u00C9\u0416") {
    if (c != 0) append_lower(lower, c);
  }
  CHECK(lower == "\u00E9t\u00E9\u0436");
}

TEST_CASE("each character has its part in a word") {
  struct Case {
    char32_t c;
    CharClass kind;
  };
  const Case rows[] = {
      {U'a', CharClass::kLetter},
      {U'\u0416', CharClass::kLetter},
      {U'\u0905', CharClass::kLetter},
      {U'\uD55C', CharClass::kIdeograph},
      {U'7', CharClass::kDigit},
      {U'\u0667', CharClass::kDigit},
      {U'\u00BD', CharClass::kDigit},
      {U'\u0301', CharClass::kMark},
      {U'\u093F', CharClass::kMark},
      {U'\u00AD', CharClass::kMark},  // soft hyphen: inside a word
      {U'\u200D', CharClass::kMark},
      {U'\u5317', CharClass::kIdeograph},
      {U'\u304B', CharClass::kIdeograph},
      {U'\u0E01', CharClass::kIdeograph},
      {U'\u3005', CharClass::kIdeograph},
      {U' ', CharClass::kOther},
      {U'-', CharClass::kOther},
      {U'_', CharClass::kOther},
      {U'\u00A0', CharClass::kOther},
      {U'\u200B', CharClass::kOther},  // zero-width space parts words
      {U'\uFFFD', CharClass::kOther},
      {U'\u20AC', CharClass::kOther},
  };
  for (const auto& [c, kind] : rows) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(char_class(c) == kind);
  }
}
