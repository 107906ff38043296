#include "common/index/withdrawn.h"

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using test::Directory;

TEST_CASE("where there is no list, nothing was withdrawn") {
  CHECK(withdrawals("/nonexistent").empty());
  CHECK(withdrawals(Directory().path()).empty());
}

TEST_CASE("the list names stories, with time and reason") {
  const Directory disk;
  disk.write("withdrawn.json",
             R"([{"id":"demo:1","origin":"news/a.txt","digest":"0a",
                  "reason":"a court order","at":"2026-11-23T07:00:00Z",
                  "copy_of":"","done":true}])");
  CHECK(withdrawals(disk.path()) ==
        std::vector<Withdrawal>{{"demo:1", "news/a.txt", "0a", "a court order",
                                 "2026-11-23T07:00:00Z", "", true}});
}

TEST_CASE("a damaged list is never an empty one") {
  const Directory disk;
  for (const char* text : {"", "[", "{}7", R"([{"id":"demo:1"}])", "[7]"}) {
    CAPTURE(text);
    disk.write("withdrawn.json", text);
    CHECK_THROWS_AS(withdrawals(disk.path()), Error);
  }
}
