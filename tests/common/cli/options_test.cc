#include "common/cli/options.h"

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

const Command kFind = {"find",
                       "QUERY...",
                       "ranked stories",
                       {{"db", "DB", "the archive"},
                        {"limit", "N", "how many"},
                        {"exact", "", "names as typed"},
                        {"from", "DATE", "first day"},
                        {"collapse", "[exact|near]", "copies are one"}},
                       nullptr};

const Command kFormats = {"formats", "", "the formats it reads", {}, nullptr};

Arguments parsed(const std::vector<std::string>& words,
                 const Command& command = kFind) {
  return parse_arguments(command, words);
}

using Words = std::vector<std::string>;

/// The message and the hint of the Error that parsing throws.
std::string failure(const Words& words, const Command& command = kFind) {
  try {
    parsed(words, command);
  } catch (const Error& error) {
    return std::string(error.what()) + " / " + error.hint();
  }
  return "no error";
}

}  // namespace

TEST_CASE("options and words are told apart") {
  struct Row {
    Words typed;
    Words words;
  };
  const Row rows[] = {
      {{}, {}},
      {{"cairo", "--db", "news.db", "strike"}, {"cairo", "strike"}},
      {{"--db=news.db", "cairo"}, {"cairo"}},
      {{"--exact", "cairo"}, {"cairo"}},             // a flag takes no word
      {{"--collapse", "near"}, {"near"}},            // nor what may go without
      {{"cairo", "-strike"}, {"cairo", "-strike"}},  // excluded, no option
      {{"-x"}, {"-x"}},
      {{"-"}, {"-"}},
      {{""}, {""}},
      {{"el-Sisi", "a=b"}, {"el-Sisi", "a=b"}},
      {{"--exact", "--", "--db", "-x", "--"}, {"--db", "-x", "--"}},
  };
  for (const auto& [typed, words] : rows) {
    CAPTURE(typed);
    CHECK(parsed(typed).words == words);
  }
}

TEST_CASE("an option has the value it was given") {
  CHECK(parsed({"--db", "a"}).text("db") == "a");
  CHECK(parsed({"--db=a=b"}).text("db") == "a=b");
  CHECK(parsed({"--db", "a", "--db", "b"}).text("db") == "b");
  CHECK(parsed({"--db", "a", "--db", "b"}).all("db") == Words{"a", "b"});
  CHECK(parsed({"--from", "-7d"}).text("from") == "-7d");  // a relative date
  CHECK(parsed({"--from=-7d"}).text("from") == "-7d");
  CHECK(parsed({}).text("db", "otherwise") == "otherwise");
  CHECK(parsed({}).all("db").empty());
  CHECK_FALSE(parsed({}).has("exact"));
  CHECK(parsed({"--exact"}).has("exact"));
  CHECK(parsed({"--collapse"}).has("collapse"));
  CHECK(parsed({"--collapse"}).text("collapse").empty());
  CHECK(parsed({"--collapse=near"}).text("collapse") == "near");
}

TEST_CASE("a number is a whole number") {
  CHECK(parsed({}).number("limit") == std::nullopt);
  CHECK(parsed({"--limit", "0"}).number("limit") == 0);
  CHECK(parsed({"--limit=250"}).number("limit") == 250);
  for (const char* bad :
       {"-1", "+1", "1.5", "1e3", "ten", "7x", " 7", "99999999999999999999"}) {
    CAPTURE(bad);
    const auto arguments = parsed({"--limit", bad});
    CHECK_THROWS_AS(arguments.number("limit"), Error);
  }
}

TEST_CASE("what cannot be meant is an error that says so") {
  struct Row {
    Words typed;
    std::string_view says;
  };
  const Row rows[] = {
      {{"--colapse"}, "did you mean --collapse?"},
      {{"--colapse=near"}, "did you mean --collapse?"},
      {{"--form", "1987"}, "did you mean --from?"},
      {{"--qqqqqq"}, "unknown option --qqqqqq of find"},
      {{"--lim", "3"}, "unknown option --lim"},  // no abbreviations
      {{"--limit"}, "--limit"},                  // its value is missing
      {{"--limit="}, "--limit"},
      {{"--exact=yes"}, "--exact"},
      {{"--DB", "x"}, "did you mean --db?"},
  };
  for (const auto& [typed, says] : rows) {
    CAPTURE(typed);
    CHECK_THAT(failure(typed), Catch::Contains(std::string(says)));
  }
  CHECK_THAT(failure({"json"}, kFormats),
             Catch::Contains("takes no words, and was given 'json'"));
  CHECK(failure({"-7d"}) == "no error");
}

TEST_CASE("help names every command and every option") {
  const Command commands[] = {kFind, kFormats};
  const Program program{"searcher", "searches archives", commands,
                        "Exit codes: 0 found; 2 error\n"};
  CHECK(help_of(program) ==
        "searches archives\n\n"
        "  searcher find QUERY...           ranked stories\n"
        "  searcher formats                 the formats it reads\n"
        "\nExit codes: 0 found; 2 error\n"
        "searcher COMMAND --help tells its options\n");
  CHECK(help_of(program, kFind) ==
        "searcher find [OPTION...] QUERY...\n"
        "ranked stories\n\n"
        "  --db DB                    the archive\n"
        "  --limit N                  how many\n"
        "  --exact                    names as typed\n"
        "  --from DATE                first day\n"
        "  --collapse[=exact|near]    copies are one\n");
  CHECK(help_of(program, kFormats) ==
        "searcher formats\nthe formats it reads\n");
}
