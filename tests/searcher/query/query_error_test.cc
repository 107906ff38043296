// What is shown for a query that cannot be understood, word for word.
#include <string>

#include "tests/catch.h"
#include "tests/searcher/query/parse.h"

namespace broadsheet {
namespace {

QueryError error_of(std::string_view typed) {
  try {
    const Query query = parse(typed);
    FAIL("understood as " + to_string(query.root));
  } catch (const QueryError& error) {
    return error;
  }
  throw;  // FAIL has left
}

TEST_CASE("an error says why, shows the query and points at the place") {
  struct Row {
    std::string_view typed, shown;
  };
  const Row rows[] = {
      {"&",
       "there is nothing to search for in this\n"
       "  &\n"
       "  ^"},
      {"-",
       "there is nothing to search for in this\n"
       "  -\n"
       "  ^"},
      {"AND",
       "there is nothing before this AND\n"
       "  AND\n"
       "  ^"},
      {"gaza AND",
       "there is nothing after this AND\n"
       "  gaza AND\n"
       "       ^"},
      {"OR gaza",
       "there is nothing before this OR\n"
       "  OR gaza\n"
       "  ^"},
      {"gaza AND OR rafah",
       "there is nothing after this AND\n"
       "  gaza AND OR rafah\n"
       "       ^"},
      {"(gaza OR) rafah",
       "there is nothing after this OR\n"
       "  (gaza OR) rafah\n"
       "        ^"},
      {"gaza NOT",
       "there is nothing after this NOT\n"
       "  gaza NOT\n"
       "       ^"},
      {"gaza -AND",
       "there is nothing after this -\n"
       "  gaza -AND\n"
       "       ^"},
      {"NOT NOT gaza",
       "NOT stands beside another NOT\n"
       "  NOT NOT gaza\n"
       "      ^"},
      {"()",
       "there is nothing between these parentheses\n"
       "  ()\n"
       "  ^"},
      {"gaza ( )",
       "there is nothing between these parentheses\n"
       "  gaza ( )\n"
       "       ^"},
      {"(gaza rafah",
       "this ( is never closed\n"
       "  (gaza rafah\n"
       "  ^"},
      {"gaza)",
       "this ) closes nothing\n"
       "  gaza)\n"
       "      ^"},
      {"\"gaza strip",
       "this quotation mark is never closed\n"
       "  \"gaza strip\n"
       "  ^"},
      {"gaza \"\"",
       "there is nothing to search for in this\n"
       "  gaza \"\"\n"
       "        ^"},
      {"gaza \"--\"",
       "there is nothing to search for in this\n"
       "  gaza \"--\"\n"
       "        ^"},
      {"persn:blinken",
       "no field is called persn\n"
       "  persn:blinken\n"
       "  ^"},
      {"Re:gaza",
       "no field is called Re\n"
       "  Re:gaza\n"
       "  ^"},
      {"gaza hed:x",
       "no field is called hed\n"
       "  gaza hed:x\n"
       "       ^"},
      {"person:",
       "there is no value behind this colon\n"
       "  person:\n"
       "  ^"},
      {"(person:) gaza",
       "there is no value behind this colon\n"
       "  (person:) gaza\n"
       "   ^"},
      {"person: sisi",
       "there is no value behind this colon\n"
       "  person: sisi\n"
       "  ^"},
      {"person:=",
       "there is no value behind this field\n"
       "  person:=\n"
       "  ^"},
      {"has:persn",
       "has: takes the name of a field\n"
       "  has:persn\n"
       "      ^"},
      {"has:\"gaza\"",
       "has: takes the name of a field\n"
       "  has:\"gaza\"\n"
       "       ^"},
      {"*isi",
       "a word cannot begin with * or ?\n"
       "  *isi\n"
       "  ^"},
      {"?isi",
       "a word cannot begin with * or ?\n"
       "  ?isi\n"
       "  ^"},
      {".*",
       "there is nothing to search for in this\n"
       "  .*\n"
       "  ^"},
      {"gaza --sisi",
       "a word cannot begin with --\n"
       "  gaza --sisi\n"
       "       ^"},
      {"gaza || rafah",
       "|| is no operator here\n"
       "  gaza || rafah\n"
       "       ^"},
      {"person:-sisi",
       "a value cannot begin with -\n"
       "  person:-sisi\n"
       "         ^"},
      {"person:&",
       "there is nothing to search for in this\n"
       "  person:&\n"
       "         ^"},
      {"sisi~3",
       "~ takes the number 1 or 2\n"
       "  sisi~3\n"
       "       ^"},
      {"sisi~0.8",
       "~ takes the number 1 or 2\n"
       "  sisi~0.8\n"
       "       ^"},
      {"~2",
       "there is no word before this ~\n"
       "  ~2\n"
       "  ^"},
      {"\"gaza strip\"~5",
       "there is no word before this ~\n"
       "  \"gaza strip\"~5\n"
       "              ^"},
      {"sis*~",
       "a word takes * and ?, or ~, but not both\n"
       "  sis*~\n"
       "      ^"},
      {"topic:e*r",
       "topic: takes no pattern but a * at the end\n"
       "  topic:e*r\n"
       "         ^"},
      {"source:?",
       "there is nothing to search for in this\n"
       "  source:?\n"
       "         ^"},
      {"lang:en~",
       "lang: takes no pattern but a * at the end\n"
       "  lang:en~\n"
       "         ^"},
      {"url:*.org",
       "url: takes no pattern but a * at the end\n"
       "  url:*.org\n"
       "      ^"},
      {"date:1987-13",
       "this is no date\n"
       "  date:1987-13\n"
       "       ^"},
      {"date:1987-02-30",
       "this is no date\n"
       "  date:1987-02-30\n"
       "       ^"},
      {"date:26/02/1987",
       "this is no date\n"
       "  date:26/02/1987\n"
       "       ^"},
      {"date:gaza",
       "this is no date\n"
       "  date:gaza\n"
       "       ^"},
      {"date:1987..x",
       "this is no date\n"
       "  date:1987..x\n"
       "             ^"},
      {"date:..",
       "this is no date\n"
       "  date:..\n"
       "       ^"},
      {"date:1989..1987",
       "this range ends before it begins\n"
       "  date:1989..1987\n"
       "       ^"},
      {"date:1987*",
       "this is no date\n"
       "  date:1987*\n"
       "       ^"},
      {"date:-99999d",
       "this is no date\n"
       "  date:-99999d\n"
       "       ^"},
      {"date:-9999y",
       "this is no date\n"
       "  date:-9999y\n"
       "       ^"},
      {"added:none",
       "this is no date\n"
       "  added:none\n"
       "        ^"},
      {"after:1987..1988",
       "this is no date\n"
       "  after:1987..1988\n"
       "        ^"},
      {"after:none",
       "this is no date\n"
       "  after:none\n"
       "        ^"},
      {"after:*",
       "this is no date\n"
       "  after:*\n"
       "        ^"},
      {"before:0001",
       "there are no days left\n"
       "  before:0001\n"
       "         ^"},
      {"after:9999",
       "there are no days left\n"
       "  after:9999\n"
       "        ^"},
      {"a NEAR",
       "there is nothing after this NEAR\n"
       "  a NEAR\n"
       "    ^"},
      {"a NEAR/0 b",
       "the distance is a number from 1 to 500\n"
       "  a NEAR/0 b\n"
       "    ^"},
      {"a NEAR/501 b",
       "the distance is a number from 1 to 500\n"
       "  a NEAR/501 b\n"
       "    ^"},
      {"a NEAR/x b",
       "the distance is a number from 1 to 500\n"
       "  a NEAR/x b\n"
       "    ^"},
      {"a NEAR \"gaza strip\"",
       "NEAR cannot join a phrase\n"
       "  a NEAR \"gaza strip\"\n"
       "         ^"},
      {"\"gaza strip\" ADJ/2 b",
       "ADJ cannot join a phrase\n"
       "  \"gaza strip\" ADJ/2 b\n"
       "  ^"},
      {"a NEAR headline:\"b c\"",
       "NEAR cannot join a phrase\n"
       "  a NEAR headline:\"b c\"\n"
       "         ^"},
      {"a NEAR (b c)",
       "NEAR joins words, names and OR groups of them only\n"
       "  a NEAR (b c)\n"
       "          ^"},
      {"a NEAR -b",
       "NEAR joins words, names and OR groups of them only\n"
       "  a NEAR -b\n"
       "         ^"},
      {"NOT a NEAR b",
       "NEAR joins words, names and OR groups of them only\n"
       "  NOT a NEAR b\n"
       "  ^"},
      {"a NEAR source:ap",
       "NEAR joins words, names and OR groups of them only\n"
       "  a NEAR source:ap\n"
       "         ^"},
      {"a NEAR date:1987",
       "NEAR joins words, names and OR groups of them only\n"
       "  a NEAR date:1987\n"
       "         ^"},
      {"a NEAR *",
       "NEAR joins words, names and OR groups of them only\n"
       "  a NEAR *\n"
       "         ^"},
      {"a NEAR (b OR \"c d\")",
       "NEAR cannot join a phrase\n"
       "  a NEAR (b OR \"c d\")\n"
       "               ^"},
      {"a NEAR/3 b NEAR/5 c",
       "NEAR cannot continue another distance or order\n"
       "  a NEAR/3 b NEAR/5 c\n"
       "             ^"},
      {"a NEAR b ADJ c",
       "ADJ cannot continue another distance or order\n"
       "  a NEAR b ADJ c\n"
       "           ^"},
      {"(a NEAR b) NEAR c",
       "NEAR joins words, names and OR groups of them only\n"
       "  (a NEAR b) NEAR c\n"
       "   ^"},
      {"北京 غزة persn:x",
       "no field is called persn\n"
       "  北京 غزة persn:x\n"
       "           ^"},
  };
  for (const auto& [typed, shown] : rows) {
    CAPTURE(typed);
    CHECK(error_of(typed).what() == std::string(shown));
  }
}

TEST_CASE("an error says the way out") {
  struct Row {
    std::string_view typed, hint;
  };
  const Row rows[] = {
      {"", "* finds every story"},
      {"persn:blinken",
       "did you mean person? `searcher fields` lists them; text with a colon "
       "goes in quotes"},
      {"autor:blinken",
       "did you mean author? `searcher fields` lists them; text with a colon "
       "goes in quotes"},
      {"befor:1987",
       "did you mean before? `searcher fields` lists them; text with a colon "
       "goes in quotes"},
      {"zzzz:x",
       "`searcher fields` lists them; text with a colon goes in quotes"},
      {"has:palce", "did you mean place? `searcher fields` lists them"},
      {"*isi", "write its first letters: cair*; * alone finds every story"},
      {"person: sisi",
       "write it without a space: person:sisi; in quotes it is a word"},
      {"date:x",
       "dates: 1987, 1987-03, 1987-03-26, today, yesterday, -7d, -2w, -3m, "
       "-1y; ranges: 1987..1989, 1987-03.., ..today"},
      {"after:x",
       "dates: 1987, 1987-03, 1987-03-26, today, yesterday, -7d, -2w, -3m, "
       "-1y"},
      {"gaza AND", "operators are in capitals; for the word, write it small"},
      {"\"gaza strip\" NEAR b",
       "take its most telling word, or AND; a person or a place may be "
       "quoted: person:\"antony blinken\" NEAR gaza"},
  };
  for (const auto& [typed, hint] : rows) {
    CAPTURE(typed);
    CHECK(error_of(typed).hint() == hint);
  }
}

TEST_CASE("an empty query is shown too") {
  CHECK(error_of("").what() == std::string("the query is empty\n  \n  ^"));
  CHECK(error_of(" \n").why() == "the query is empty");
}

TEST_CASE("the caret counts columns, not bytes") {
  struct Row {
    std::string_view typed, shown;
  };
  const Row rows[] = {
      {"Šibenik )", "  Šibenik )\n          ^"},
      {"e\xcc\x81 )", "  e\xcc\x81 )\n    ^"},  // a mark takes none
      {"北京 )", "  北京 )\n       ^"},         // two each
      {"a\tb\n)", "  a\\x09b\\x0a)\n            ^"},
      {"a\x1b[31m )", "  a\\x1b[31m )\n            ^"},
      {"a\xe2\x80\xae )", "  a<U+202E> )\n            ^"},
      {"a\xff )", "  a\\xff )\n        ^"},
      {"می\xe2\x80\x8cخواهم )", "  می\xe2\x80\x8cخواهم )\n          ^"},
  };
  for (const auto& [typed, shown] : rows) {
    CAPTURE(typed);
    CHECK(error_of(typed).what() ==
          "this ) closes nothing\n" + std::string(shown));
  }
}

TEST_CASE("of a long query the part around the caret is shown") {
  const std::string before(100, 'a');
  const std::string after(100, 'b');
  CHECK(error_of(before + " ) " + after).what() ==
        "this ) closes nothing\n  …" + std::string(39, 'a') + " ) " +
            std::string(30, 'b') + "…\n" + std::string(43, ' ') + "^");
  CHECK(error_of(") " + after).what() ==
        "this ) closes nothing\n  ) " + std::string(71, 'b') + "…\n  ^");
}

}  // namespace
}  // namespace broadsheet
