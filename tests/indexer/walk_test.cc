#include "indexer/walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include <map>

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using test::Directory;
namespace fs = std::filesystem;

namespace {

struct Fixture {
  Directory disk;
  Root root{"news", disk.path("news"), ""};
  std::map<std::string, std::string> unreadable;

  Fixture() { fs::create_directory(root.path); }

  std::vector<FoundFile> files(const fs::path& path) {
    return walk(root, path,
                [&](const std::string& origin, const std::string& why) {
                  unreadable[origin] = why;
                });
  }
  std::vector<std::string> origins(const fs::path& path) {
    std::vector<std::string> found;
    for (const auto& file : files(path)) found.push_back(file.origin);
    return found;
  }
  std::vector<std::string> origins() { return origins(root.path); }
};

using Origins = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Fixture, "every file is found, in the order of origins") {
  disk.write("news/b.txt", "b");
  disk.write("news/a/2.txt", "2");
  disk.write("news/a/1.txt", "1");
  disk.write("news/a.txt", "a");
  disk.write("news/.hidden", "h");
  CHECK(origins() == Origins{"news/.hidden", "news/a.txt", "news/a/1.txt",
                             "news/a/2.txt", "news/b.txt"});
  CHECK(origins(root.path / "a") == Origins{"news/a/1.txt", "news/a/2.txt"});
  CHECK(origins(root.path / "b.txt") == Origins{"news/b.txt"});
  CHECK(unreadable.empty());
}

TEST_CASE_METHOD(Fixture, "what is left out is not looked at") {
  disk.write("news/a.txt", "a");
  disk.write("news/db/b.txt", "b");
  disk.write("news/db/gen/c.txt", "c");
  disk.write("news/db.old/d.txt", "d");
  fs::create_symlink("nowhere", root.path / "db" / "broken");
  const auto origins = [this](const fs::path& path) {
    Origins found;
    for (const auto& file : walk(
             root, path,
             [this](const auto&origin, const auto&why) {
               unreadable[origin] = why;
             },
             root.path / "db"))
      found.push_back(file.origin);
    return found;
  };
  CHECK(origins(root.path) == Origins{"news/a.txt", "news/db.old/d.txt"});
  CHECK(origins(root.path / "db").empty());
  CHECK(origins(root.path / "db" / "gen" / "c.txt").empty());
  CHECK(unreadable.empty());
}

TEST_CASE_METHOD(Fixture, "a found file has its path, root and stamp") {
  disk.write("news/a.txt", "12345");
  const auto found = files(root.path);
  REQUIRE(found.size() == 1);
  CHECK(found[0].path() == disk.path("news/a.txt"));
  CHECK(found[0].root == &root);
  CHECK(found[0].stamp.size == 5);
  CHECK(found[0].stamp.mtime > 1'700'000'000'000'000'000);
  CHECK(found[0].stamp.ctime >= found[0].stamp.mtime);
}

TEST_CASE_METHOD(Fixture, "a root may be a file") {
  disk.write("one.txt", "1");
  root = {"one.txt", disk.path("one.txt"), ""};
  CHECK(origins() == Origins{"one.txt"});
}

TEST_CASE_METHOD(Fixture, "an empty directory holds nothing") {
  CHECK(origins().empty());
  CHECK(unreadable.empty());
}

TEST_CASE_METHOD(Fixture, "links to files are followed, to directories not") {
  disk.write("outside/1.txt", "1");
  disk.write("news/a.txt", "a");
  fs::create_symlink(disk.path("outside/1.txt"), root.path / "link.txt");
  fs::create_directory_symlink(disk.path("outside"), root.path / "dir");
  fs::create_directory_symlink(root.path, root.path / "around");
  CHECK(origins() == Origins{"news/a.txt", "news/link.txt"});
  // The other one leads to what is walked anyway.
  REQUIRE(unreadable.size() == 1);
  CHECK_THAT(unreadable["news/dir"], Catch::Contains("not followed"));
}

TEST_CASE_METHOD(Fixture, "a link that leads nowhere is told") {
  disk.write("news/a.txt", "a");
  fs::create_symlink("missing", root.path / "broken");
  fs::create_symlink("loop", root.path / "loop");
  CHECK(origins() == Origins{"news/a.txt"});
  REQUIRE(unreadable.size() == 2);
  CHECK_THAT(unreadable["news/broken"], Catch::Contains("broken link"));
  CHECK_THAT(unreadable["news/loop"], Catch::Contains("broken link"));
}

TEST_CASE_METHOD(Fixture, "what is no file is told") {
  disk.write("news/a.txt", "a");
  REQUIRE(::mkfifo((root.path / "pipe").c_str(), 0600) == 0);
  CHECK(origins() == Origins{"news/a.txt"});
  CHECK(unreadable.contains("news/pipe"));
}

TEST_CASE_METHOD(Fixture, "a name that is not UTF-8 is told") {
  disk.write("news/a.txt", "a");
  disk.write("news/caf\xE9.txt", "b");
  CHECK(origins() == Origins{"news/a.txt"});
  REQUIRE(unreadable.size() == 1);
  CHECK(unreadable.begin()->first == "news/caf\uFFFD.txt");
}

TEST_CASE_METHOD(Fixture, "a directory that may not be read is told") {
  if (::geteuid() == 0) {
    WARN("skipped: root may read every directory");
    return;
  }
  disk.write("news/a.txt", "a");
  disk.write("news/locked/b.txt", "b");
  fs::permissions(root.path / "locked", fs::perms::none);
  CHECK(origins() == Origins{"news/a.txt"});
  CHECK(unreadable.contains("news/locked"));
  CHECK_THROWS_AS(origins(root.path / "locked"), Error);
  fs::permissions(root.path / "locked", fs::perms::owner_all);
}

TEST_CASE_METHOD(Fixture, "a start that is not there is an error") {
  CHECK_THROWS_AS(origins(root.path / "none"), Error);
}

TEST_CASE_METHOD(Fixture, "a deep tree is no danger to the stack") {
  fs::path deep = root.path;
  for (int i = 0; i < 400; ++i) {
    deep /= "d";
    fs::create_directory(deep);
  }
  CHECK(origins().empty());
}
