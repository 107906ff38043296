#include "searcher/snippet.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

struct Word {
  std::string text;
  double weight = 1;
};

/// A mark for each place where a word stands, in order.
std::vector<Mark> marks_of(const std::string& text,
                           const std::vector<Word>& words) {
  std::vector<Mark> marks;
  for (unsigned term = 0; term < words.size(); ++term) {
    const auto& word = words[term];
    for (auto at = text.find(word.text); at != text.npos;
         at = text.find(word.text, at + 1))
      marks.push_back({{at, at + word.text.size()}, term, word.weight});
  }
  std::sort(marks.begin(), marks.end(),
            [](auto& a, auto& b) { return a.range < b.range; });
  return marks;
}

/// The snippet with its marks between brackets.
std::string cut(const std::string& text, const std::vector<Word>& words,
                std::size_t max_chars) {
  auto [shown, marks] = make_snippet(text, marks_of(text, words), max_chars);
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    shown.insert(mark->second, "]");
    shown.insert(mark->first, "[");
  }
  return shown;
}

const std::string kStory =
    "CAIRO, Oct. 15 — The minister spoke to reporters. He had little to say "
    "of Gaza.\nAfter lunch Gen. Ali met U.S. envoys in the old palace by the "
    "river and heard what they had brought from Gaza. “Not a day,” he said. "
    "Nobody asked.\nThe talks go on tomorrow in Doha.";

TEST_CASE("gaps are closed, and what was found stays marked") {
  CHECK(cut("Senators  Doe   R ME  and Roe\n  spoke  of   Gaza  today",
            {{"Roe"}, {"of   Gaza"}},
            100) == "Senators Doe R ME and [Roe] spoke [of Gaza] today");
  CHECK(cut("Nobody had asked for it.  He spoke of Gaza.  It was late by then "
            "and all went home.",
            {{"Gaza"}}, 40) == "He spoke of [Gaza].");
}

TEST_CASE("the passage shows what was found") {
  struct Case {
    std::string why;
    std::vector<Word> words;
    std::size_t max_chars;
    std::string snippet;
  };
  const Case cases[] = {
      {"no marks: the beginning, by sentences",
       {},
       60,
       "CAIRO, Oct. 15 — The minister spoke to reporters."},
      {"the sentence of the mark",
       {{"Nobody"}},
       40,
       "[Nobody] asked. The talks go on …"},
      {"two words beat one that comes twice",
       {{"the "}, {"Nobody"}, {"Doha"}},
       60,
       "[Nobody] asked. The talks go on tomorrow in [Doha]."},
      {"a heavy word beats two light ones",
       {{"minister"}, {"reporters"}, {"Doha", 5}},
       50,
       "The talks go on tomorrow in [Doha]."},
      {"of equals the first",
       {{"Gaza"}},
       40,
       "He had little to say of [Gaza]."},
      {"abbreviations end no sentence",
       {{"palace"}},
       100,
       "After lunch Gen. Ali met U.S. envoys in the old [palace] by the river "
       "and heard what they had …"},
      {"a quotation closes its sentence",
       {{"he said"}},
       40,
       "“Not a day,” [he said]. Nobody asked."},
      {"near the end, what is left of the room goes in front",
       {{"Doha"}},
       80,
       "“Not a day,” he said. Nobody asked. The talks go on tomorrow in "
       "[Doha]."},
      {"overlapping marks are one",
       {{"old palace"}, {"palace by"}},
       100,
       "After lunch Gen. Ali met U.S. envoys in the [old palace by] the river "
       "and heard what they had …"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.why);
    CHECK(cut(kStory, c.words, c.max_chars) == c.snippet);
  }
}

TEST_CASE("a sentence's beginning is worth more than repeats") {
  const std::string text =
      "The board of Acme cut all its prices today. The price of tin ore and "
      "the price of zinc fell too, and so it went on for days.";
  CHECK(
      cut(text, {{"price"}}, 70) ==
      "The board of Acme cut all its [price]s today. The [price] of tin ore …");
  CHECK(
      cut(text, {{"Acme"}, {"zinc"}}, 90) ==
      "The board of [Acme] cut all its prices today. The price of tin ore and "
      "the price of [zinc] …");
}

TEST_CASE("texts that have no good edges") {
  struct Case {
    std::string why, text;
    std::vector<Word> words;
    std::string snippet;  // of at most 20 characters
  };
  const Case cases[] = {
      {"empty", "", {}, ""},
      {"short enough", "One line.\nTwo.", {{"Two"}}, "One line. [Two]."},
      {"one long word", std::string(30, 'x'), {}, std::string(16, 'x') + " …"},
      {"a mark longer than the room",
       std::string(30, 'x') + " y",
       {{std::string(30, 'x')}},
       "[" + std::string(16, 'x') + "] …"},
      {"Chinese ends sentences without blanks",
       "外交部发言人在记者会上表示。中方关注加沙局势。呼吁各方保持冷静。",
       {{"加沙"}},
       "中方关注[加沙]局势。"},
      {"two bytes a character",
       "éééé éééé ééé éézéé ééééééé ééé",
       {{"z"}},
       "… éé[z]éé ééééééé …"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.why);
    CHECK(cut(c.text, c.words, 20) == c.snippet);
  }
}

TEST_CASE("whatever the text: valid, short enough, marks inside") {
  const std::string alphabet[] = {"a",  "B",  " ", ". ", "\n", "é",
                                  "新", "。", "”", "U.", "👩",  "9"};
  unsigned random = 1;
  const auto pick = [&](unsigned below) {
    random = random * 1103515245u + 12345u;
    return (random >> 16) % below;
  };
  for (int run = 0; run < 2000; ++run) {
    std::string text;
    for (auto n = pick(120); n > 0; --n) text += alphabet[pick(12)];
    const auto marks = marks_of(text, {{"a"}, {"é", 3}, {"B新"}, {"aé"}});
    const auto max_chars = 20 + pick(60);
    CAPTURE(text, max_chars);
    const auto snippet = make_snippet(text, marks, max_chars);
    REQUIRE(valid_utf8(snippet.text));
    std::size_t chars = 0;
    for (std::size_t at = 0; at < snippet.text.size(); ++chars)
      next_char(snippet.text, at);
    REQUIRE(chars <= max_chars);
    REQUIRE(snippet.marks.empty() == marks.empty());
    std::size_t last = 0;
    for (const auto& [begin, end] : snippet.marks) {
      REQUIRE((last <= begin && begin < end && end <= snippet.text.size()));
      REQUIRE(valid_utf8(snippet.text.substr(begin, end - begin)));
      last = end;
    }
  }
}

}  // namespace
}  // namespace broadsheet
