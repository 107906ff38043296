#include "common/cli/program.h"

#include <xapian.h>

#include <unistd.h>

#include <cstdio>

#include "common/cli/error.h"
#include "tests/captured.h"
#include "tests/catch.h"

using namespace broadsheet;
using test::Captured;

namespace {

int say(const Arguments& arguments) {
  for (const auto& word : arguments.words) write_out(word + "\n");
  return arguments.words.empty() ? kExitNothing : kExitOk;
}
int fail_with_hint(const Arguments&) {
  throw Error("no archive", "make one");
}
int fail_locked(const Arguments&) {
  throw Error("locked", "", kExitLocked);
}
int fail_in_xapian(const Arguments&) {
  throw Xapian::DatabaseCorruptError("bad block");
}
int fail_in_library(const Arguments&) {
  throw std::runtime_error("no luck");
}
int fail_memory(const Arguments&) {
  throw std::bad_alloc();
}

const Command kCommands[] = {
    {"say", "WORD...", "says the words", {{"loud", "", "louder"}}, say},
    {"hint", "", "", {}, fail_with_hint},
    {"locked", "", "", {}, fail_locked},
    {"xapian", "", "", {}, fail_in_xapian},
    {"library", "", "", {}, fail_in_library},
    {"memory", "", "", {}, fail_memory},
};
const Program kProgram{"demo", "demo: shows", kCommands};

/// Runs it with these words; standard output and error are kept.
Captured run(std::vector<std::string> words) {
  words.insert(words.begin(), "demo");
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  return test::captured([&] {
    return run_program(kProgram, static_cast<int>(argv.size()), argv.data());
  });
}

}  // namespace

TEST_CASE("a command's answer and exit code are the program's") {
  CHECK(run({"say", "a", "b"}) == Captured{0, "a\nb\n", ""});
  CHECK(run({"say"}) == Captured{1, "", ""});
}

TEST_CASE("help and version are answers, everywhere") {
  CHECK(run({"--help"}) == Captured{0, help_of(kProgram), ""});
  CHECK(run({"help"}) == Captured{0, help_of(kProgram), ""});
  CHECK(run({"say", "--help"}) ==
        Captured{0, help_of(kProgram, kCommands[0]), ""});
  CHECK(run({"help", "say"}) ==
        Captured{0, help_of(kProgram, kCommands[0]), ""});
  CHECK(run({"help", "sya"}).errors ==
        "demo: unknown command 'sya'\nhint: did you mean say?\n");
  CHECK(run({"say", "a", "--help"}) ==
        Captured{0, help_of(kProgram, kCommands[0]), ""});
  const Captured version = run({"--version"});
  CHECK(version ==
        Captured{0, "demo (Broadsheet) " BROADSHEET_VERSION "\n", ""});
  CHECK(run({"say", "--version"}) == version);
  CHECK(run({"say", "--", "--help"}).output == "--help\n");
  CHECK(run({"say", "--", "--version"}).output == "--version\n");
}

TEST_CASE("an error is a message, a hint and an exit code") {
  struct Row {
    std::vector<std::string> words;
    Captured result;
  };
  const Row rows[] = {
      {{"hint"}, {2, "", "demo: no archive\nhint: make one\n"}},
      {{"locked"}, {75, "", "demo: locked\n"}},
      {{"library"}, {2, "", "demo: no luck\n"}},
      {{"memory"}, {2, "", "demo: out of memory\n"}},
      {{"sya"},
       {2, "",
        "demo: unknown command 'sya'\n"
        "hint: did you mean say?\n"}},
      {{"qqqqqqq"},
       {2, "",
        "demo: unknown command 'qqqqqqq'\n"
        "hint: see demo --help\n"}},
      {{"say", "--loudd"},
       {2, "",
        "demo: unknown option --loudd of say\n"
        "hint: did you mean --loud?\n"}},
  };
  for (const auto& [words, result] : rows) {
    CAPTURE(words);
    CHECK(run(words) == result);
  }
  const Captured xapian = run({"xapian"});
  CHECK(xapian.exit == 2);
  CHECK_THAT(xapian.errors, Catch::Contains("bad block"));
}

TEST_CASE("a closed pipe is no error") {
  int pipe_ends[2];
  REQUIRE(::pipe(pipe_ends) == 0);
  ::close(pipe_ends[0]);
  const int kept = ::dup(STDOUT_FILENO);
  std::fflush(stdout);
  ::dup2(pipe_ends[1], STDOUT_FILENO);
  const int code = [] {
    std::string demo = "demo", say = "say", word(100'000, 'x');
    char* argv[] = {demo.data(), say.data(), word.data()};
    return run_program(kProgram, 3, argv);
  }();
  std::clearerr(stdout);
  ::dup2(kept, STDOUT_FILENO);
  ::close(kept);
  ::close(pipe_ends[1]);
  CHECK(code == 0);
}

TEST_CASE("no command at all shows help and is an error") {
  const Captured result = run({});
  CHECK(result.exit == 2);
  CHECK_THAT(result.output + result.errors, Catch::Contains(help_of(kProgram)));
}
