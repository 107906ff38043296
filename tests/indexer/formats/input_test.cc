#include <fstream>

#include "indexer/formats/file_source.h"
#include "tests/catch.h"
#include "tests/directory.h"
#include "tests/indexer/formats/reading.h"

using broadsheet::Input;
using broadsheet::test::input_of;

TEST_CASE("lines come without their ends, whichever they are") {
  Input input = input_of("x", "one\ntwo\r\n\nlast");
  std::string line;
  for (const char* expected : {"one", "two", "", "last"}) {
    REQUIRE(input.line(line));
    CHECK(line == expected);
  }
  CHECK(input.line_number() == 4);
  CHECK_FALSE(input.line(line));
}

TEST_CASE("a line that is too long is cut, and the next one is whole") {
  Input input = input_of("x", std::string(5000, 'a') + "\nb\n");
  std::string line;
  REQUIRE(input.line(line, 10));
  CHECK(line == "aaaaaaaaaa");
  CHECK(input.truncated());
  REQUIRE(input.line(line, 10));
  CHECK(line == "b");
  CHECK_FALSE(input.truncated());
}

TEST_CASE("looking ahead takes nothing") {
  Input input = input_of("x", std::string(3000, 'a') + "\nb");
  CHECK(input.peek(2000).size() == 2000);
  CHECK(input.peek(9000).size() == 3002);
  CHECK(input.take(3001).size() == 3001);
  CHECK(input.line_number() == 1);
  CHECK(input.rest() == "b");
  CHECK(input.rest().empty());
}

TEST_CASE("the rest is bounded and the input then at its end") {
  Input input = input_of("x", std::string(5000, 'a'));
  CHECK(input.rest(1000).size() == 1000);
  CHECK(input.truncated());
  CHECK(input.peek(1).empty());
}

TEST_CASE("a file ends where it ended when it was opened") {
  const broadsheet::test::Directory directory;
  directory.write("x", "abc");
  const auto file = broadsheet::open_file(directory.path("x").string());
  char bytes[2];
  CHECK(file->read(bytes, 2) == 2);
  CHECK(file->read(bytes, 2) == 1);
  std::ofstream(directory.path("x"), std::ios::app) << "def";
  CHECK(file->read(bytes, 2) == 0);
}

TEST_CASE("a file that says no size is read to its end") {
  Input input("x", broadsheet::open_file("/proc/self/status"));
  CHECK(input.rest().find("Pid:") != std::string::npos);
}
