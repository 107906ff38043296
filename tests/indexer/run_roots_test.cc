// What a run may lose, and which directories it is about.
#include <fstream>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "indexer/generations.h"
#include "tests/indexer/run_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;
namespace fs = std::filesystem;

TEST_CASE_METHOD(RunFixture, "an archive does not shrink unasked") {
  many();
  archive.has_file(
      "a.jsonl",
      jsonl({{"1", "A"}, {"2", "B"}, {"3", "C"}, {"4", "D"}, {"5", "E"}}));
  archive.update();
  archive.has_file("a.jsonl", jsonl({{"1", "A"}}));
  archive.update();  // 45 to 41: under 10 %
  std::vector<Record> records;
  for (int n = 0; n < 30; ++n)
    records.push_back({fmt::format("many{:02}", n), "One of many"});
  archive.has_file("many.jsonl", jsonl(records));
  CHECK_THAT(archive.refused_update(),
             Catch::Contains("from 41 stories to 31") &&
                 Catch::Contains("--allow-shrink"));
  CHECK_THAT(archive.refused_rebuild(), Catch::Contains("--allow-shrink"));
  archive.options.allow_shrink = 20;  // 24 % are lost
  archive.refused_update();
  archive.options.allow_shrink = 25;
  CHECK(archive.update().stories_removed == 10);
}

TEST_CASE_METHOD(RunFixture, "a root does not shrink unasked") {
  many();
  archive.has_file("/wire/a.txt", text("Strike"));
  archive.has_file("/wire/b.txt", text("Accord"));
  archive.update({archive.path(), archive.path("/wire")});
  archive.loses_file("/wire/a.txt");  // one of 42, but half of its root
  CHECK_THAT(archive.refused_update(), Catch::Contains("root wire"));
  archive.options.allow_shrink = 50;
  archive.update();
}

TEST_CASE_METHOD(RunFixture, "an empty or missing path is refused") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  fs::rename(archive.path(), archive.path("/elsewhere"));
  CHECK_THAT(archive.refused_update(), Catch::Contains("No such file"));
  CHECK_THAT(archive.refused_rebuild(), Catch::Contains("No such file"));
  fs::create_directory(archive.path());  // an unmounted disk
  CHECK_THAT(archive.refused_update(), Catch::Contains("no file in it"));
  CHECK_THAT(archive.refused_rebuild(), Catch::Contains("no file in it"));
  CHECK_THAT(archive.refused_update({archive.path("/typo")}),
             Catch::Contains("No such file"));
  CHECK_THAT(archive.refused_update({""}), Catch::Contains("empty PATH"));
  archive.options.allow_shrink = 100;
  CHECK_THAT(archive.refused_update({archive.path("/typo")}),
             Catch::Contains("No such file"));
  archive.update();
  CHECK(archive.stories().empty());
}

TEST_CASE_METHOD(RunFixture, "a missing path is taken as it is when asked") {
  archive.has_file("a.txt", text("Strike"));
  archive.has_file("sub/b.txt", text("Accord"));
  archive.update();
  archive.loses_file("sub");
  archive.options.allow_shrink = 100;
  archive.update({archive.path("sub")});
  CHECK(archive.stories() == Names{"news/a.txt"});
}

TEST_CASE_METHOD(RunFixture,
                 "only what lay under the path of the run vanishes") {
  archive.has_file("in/a.txt", text("Strike"));
  archive.has_file("in/b.txt", text("Accord"));
  archive.has_file("out/c.txt", text("Ceasefire"));
  archive.has_file("/wire/d.txt", text("Merger"));
  archive.update({archive.path(), archive.path("/wire")});
  archive.loses_file("in/a.txt");
  archive.loses_file("out/c.txt");
  archive.loses_file("/wire/d.txt");
  archive.options.allow_shrink = 99;
  archive.update({archive.path("in")});
  CHECK(archive.stories() ==
        Names{"news/in/b.txt", "news/out/c.txt", "wire/d.txt"});
}

TEST_CASE_METHOD(RunFixture, "a new path becomes a root that is remembered") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  archive.has_file("/wire/news/b.txt", text("Accord"));
  archive.update({archive.path("/wire/news")});
  CHECK(archive.stories() == Names{"news-2/b.txt", "news/a.txt"});
  archive.has_file("/wire/news/c.txt", text("Merger"));
  CHECK(archive.update().roots.size() == 2);
  CHECK(archive.stories() ==
        Names{"news-2/b.txt", "news-2/c.txt", "news/a.txt"});
}

TEST_CASE_METHOD(RunFixture, "a rebuild with fewer roots is refused") {
  archive.has_file("a.txt", text("Strike"));
  archive.has_file("/two/news/b.txt", text("Accord"));
  const std::string first = archive.path(), second = archive.path("/two/news");
  archive.update({first, second});
  CHECK_THAT(archive.refused_rebuild({first}),
             Catch::Contains("leave out the root") &&
                 Catch::Contains("--replace-roots"));
  CHECK_THAT(archive.refused_rebuild({first, second + "/b.txt"}),
             Catch::Contains("leave out the root"));
  archive.rebuild({second, first});
  CHECK(archive.stories() == Names{"news-2/b.txt", "news/a.txt"});
  // The root that stays keeps its name, and so its stories their ids.
  archive.options.replace_roots = true;
  archive.rebuild({second});
  CHECK(archive.stories() == Names{"news-2/b.txt"});
  archive.options.replace_roots = false;
  CHECK(archive.update().roots == Names{second});
}

TEST_CASE_METHOD(RunFixture, "an archive inside its own root is not a story") {
  archive.has_file("/a.txt", text("Strike"));
  archive.has_file("/b.txt", text("Accord"));
  archive.options.allow_shrink = 0;
  const Names root = {archive.path("/")};
  const std::string name = fs::path(root[0]).parent_path().filename();
  const Names stories = {name + "/a.txt", name + "/b.txt"};
  run([&] {
    RunOptions options;
    options.archive = archive.db();
    options.paths = root;
    options.rebuild = true;
    return options;
  }());
  CHECK(archive.stories() == stories);
  run([&] {
    RunOptions options;
    options.archive = archive.db();
    return options;
  }());
  CHECK(archive.stories() == stories);
}
