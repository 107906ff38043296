#include "indexer/filter.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using Words = std::vector<std::string>;

namespace {

struct Fixture {
  test::Directory disk;
  FilterLimits limits;

  std::string run(const Words& command) {
    disk.write("in", "the bytes");
    const int input = ::open(disk.path("in").c_str(), O_RDONLY | O_CLOEXEC);
    try {
      auto text = run_filter(command, input, limits);
      ::close(input);
      return text;
    } catch (const Error&) {
      ::close(input);
      throw;
    }
  }
  std::string failure(const Words& command) {
    try {
      run(command);
    } catch (const Error& error) {
      return error.what();
    }
    return "none";
  }
  /// The process whose number a command left in a file; is it still there?
  bool lives(const std::string& file) {
    std::ifstream in(disk.path(file));
    pid_t pid = 0;
    REQUIRE(in >> pid);
    for (int i = 0; i < 100 && ::kill(pid, 0) == 0; ++i) {
      std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
      std::string number, name, state;
      if (stat >> number >> name >> state && state == "Z") return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return ::kill(pid, 0) == 0;
  }
};

}  // namespace

TEST_CASE("a command is words, and nothing else in it has a meaning") {
  CHECK(command_words("pdftotext -q - -") ==
        Words{"pdftotext", "-q", "-", "-"});
  CHECK(command_words("a 'b c' \"d e\" f\\ g") ==
        Words{"a", "b c", "d e", "f g"});
  CHECK(command_words("a; rm -rf $HOME | `b` > c") ==
        Words{"a;", "rm", "-rf", "$HOME", "|", "`b`", ">", "c"});
  CHECK(command_words("a ''") == Words{"a", ""});
  CHECK(command_words("  ").empty());
  CHECK_THROWS_AS(command_words("a 'b"), Error);
}

TEST_CASE_METHOD(Fixture, "a filter reads the file and writes the text") {
  CHECK(run({"cat"}) == "the bytes");
  CHECK(run({"tr", "a-z", "A-Z"}) == "THE BYTES");
  CHECK(run({"echo", "$HOME;", "`x`"}) == "$HOME; `x`\n");
}

TEST_CASE_METHOD(Fixture, "what goes wrong is said in a line") {
  CHECK(failure({"no-such-program-here"}) ==
        "no-such-program-here: no such program");
  CHECK(failure({"sh", "-c", "echo bad page >&2; exit 3"}) ==
        "sh ended with 3: bad page");
  CHECK(failure({"sh", "-c", "kill -SEGV $$"}).find("by a signal") !=
        std::string::npos);
  limits.output = 1 << 20;
  CHECK(failure({"cat", "/dev/zero"}) == "cat wrote more than 1 MB");
}

TEST_CASE_METHOD(Fixture, "a filter has so much memory and no more") {
  limits.memory = std::uint64_t{200} << 20;
  CHECK(failure({"python3", "-c", "x = bytearray(1 << 30)"})
            .find("MemoryError") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "at its time a filter is killed with its children") {
  limits.seconds = 1;
  const std::string here = disk.path().string();
  CHECK(failure({"sh", "-c",
                 "cd " + here +
                     "; sleep 1000 & echo $! > child;"
                     "setsid sleep 1000 & echo $! > away; wait"}) ==
        "sh ran longer than 1 s");
  CHECK_FALSE(lives("child"));
  CHECK_FALSE(lives("away"));
}

TEST_CASE_METHOD(Fixture, "what a filter leaves running is ended") {
  CHECK(run({"sh", "-c",
             "sleep 1000 >/dev/null 2>&1 & echo $! > " +
                 disk.path("child").string() + "; echo done"}) == "done\n");
  CHECK_FALSE(lives("child"));
}
