#include "common/text/terminal.h"

#include <string>

#include "tests/catch.h"

namespace broadsheet {
namespace {

TEST_CASE("what would be hidden on a terminal is made visible") {
  struct Case {
    std::string text, visible;
  };
  const Case cases[] = {
      {"plain text", "plain text"},
      {"Côte d’Ivoire · 新华社 — ₤", "Côte d’Ivoire · 新华社 — ₤"},
      {"\x1b[2J", "\\x1b[2J"},
      {"a\tb\nc\rd\x7f", "a\\x09b\\x0ac\\x0dd\\x7f"},
      {std::string("a\0b", 3), "a\\x00b"},
      {"\u009b31m", "<U+009B>31m"},  // CSI in one character
      {"\u202Edeirf\u202C", "<U+202E>deirf<U+202C>"},
      {"\u2066a\u2069 \u200E\u200F\u061C",
       "<U+2066>a<U+2069> <U+200E><U+200F><U+061C>"},
      {"a\u200Bb\u2060c\uFEFFd", "a<U+200B>b<U+2060>c<U+FEFF>d"},
      {"a\u2028b\u2029c", "a<U+2028>b<U+2029>c"},
      {"\u3164\u115F", "<U+3164><U+115F>"},  // letters that show nothing
      {"\U000E0041", "<U+E0041>"},
      {"\xff\xc0\x80", "\\xff\\xc0\\x80"},
      {"\xe2\x82", "\\xe2\\x82"},           // cut off in a character
      {"\xed\xa0\x80", "\\xed\\xa0\\x80"},  // a surrogate
      {"\uFFFD", "\uFFFD"},                 // as it stands in the text
      {"Bundes\u00ADkanzler", "Bundeskanzler"},
      // Joiners and selectors stay where they have something to act on.
      {"می\u200Cخواهم", "می\u200Cخواهم"},
      {"क्\u200Dष র\u200D্য", "क्\u200Dष র\u200D্য"},
      {"👩\u200D👧 👩🏽\u200D💻 ❤\uFE0F\u200D🔥",
       "👩\u200D👧 👩🏽\u200D💻 ❤\uFE0F\u200D🔥"},
      {"a\u200Cb\u200Dc", "a<U+200C>b<U+200D>c"},
      {"\u200Dab", "<U+200D>ab"},
      {"می\u200C\u200Cخ", "می\u200C<U+200C>خ"},
      {"❤\uFE0F\uFE0F", "❤\uFE0F<U+FE0F>"},
      {"\u200B\uFE0F", "<U+200B><U+FE0F>"},
      {"a\uFE0E", "a\uFE0E"},
      {"\u0600\u0661", "\u0600\u0661"},  // Arabic number sign: seen
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(c.text, Hidden::kVisible) == c.visible);
    CHECK(shown(c.visible, Hidden::kVisible) == c.visible);
  }
}

TEST_CASE("kept text is valid UTF-8, else unchanged") {
  CHECK(shown("a\x1b\u202E\n", Hidden::kKeep) == "a\x1b\u202E\n");
  CHECK(shown("a\xff\xe2\x82z", Hidden::kKeep) == "a\uFFFD\uFFFD\uFFFDz");
}

TEST_CASE("hidden characters of JSON text are escaped") {
  CHECK(shown("\"a\u202E\u009b\u00AD\U000E0041\x7f\"", Hidden::kJson) ==
        "\"a\\u202e\\u009b\\u00ad\\udb40\\udc41\\u007f\"");
}

TEST_CASE("each character comes with its offset") {
  std::string seen;
  each_shown("é\x1b新", Hidden::kVisible,
             [&](std::size_t at, std::string_view text) {
               seen += std::to_string(at) + std::string(text) + " ";
             });
  CHECK(seen == "0é 2\\x1b 3新 ");
}

TEST_CASE("columns that a text takes") {
  struct Case {
    std::string text;
    std::size_t columns;
  };
  const Case cases[] = {
      {"", 0},
      {"abc", 3},
      {"Sissi’s", 7},
      {"é", 1},
      {"e\u0301", 1},
      {"新华社", 6},
      {"ｶﾀｶﾅ", 4},
      {"ＡＢ", 4},
      {"한국", 4},
      {"\u1112\u1161\u11AB", 2},  // one syllable in three parts
      {"नमस्ते", 4},
      {"👩", 2},
      {"می\u200Cخ", 3},
      {"سَلام", 4},
      {"\u0600", 1},
      {"—…·", 3},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(display_width(c.text) == c.columns);
  }
}

TEST_CASE("a text is cut to columns, never inside a character") {
  struct Case {
    std::string text;
    std::size_t columns;
    std::string cut;
  };
  const Case cases[] = {
      {"Blinken", 7, "Blinken"},
      {"Blinken", 6, "Blink…"},
      {"Blinken", 1, "…"},
      {"Blinken", 0, ""},
      {"新华社", 6, "新华社"},
      {"新华社", 5, "新华…"},
      {"新华社", 4, "新…"},  // half a character does not fit
      {"e\u0301tude", 2, "e\u0301…"},
      {"e\u0301", 1, "e\u0301"},
      {"", 0, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text, c.columns);
    CHECK(cut_to_width(c.text, c.columns) == c.cut);
    CHECK(display_width(c.cut) <= c.columns);
  }
}

}  // namespace
}  // namespace broadsheet
