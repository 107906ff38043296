#include "indexer/roots.h"

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using test::Directory;
namespace fs = std::filesystem;

namespace {

/// The working directory while it lives.
class WorkingIn {
 public:
  explicit WorkingIn(const fs::path& path) : before_(fs::current_path()) {
    fs::current_path(path);
  }
  ~WorkingIn() { fs::current_path(before_); }
  WorkingIn(const WorkingIn&) = delete;
  WorkingIn& operator=(const WorkingIn&) = delete;

 private:
  fs::path before_;
};

struct Fixture {
  Directory disk;
  Fixture() {
    disk.write("a/news/sub/1.txt", "one");
    disk.write("b/news/2.txt", "two");
    disk.write("single.txt", "three");
  }
  Root root(const std::string& name, const std::string& path) const {
    return {name, disk.path(path), ""};
  }
  std::vector<Scope> scopes(const std::vector<Root>& roots,
                            const std::vector<std::string>& paths) const {
    return scopes_of(roots, paths, "");
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a path is named after its last part") {
  for (const char* typed :
       {"a/news", "a/news/", "a/news/.", "a/./news//", "a/news/sub/.."}) {
    CAPTURE(typed);
    const auto found = scopes({}, {disk.path(typed)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].root == root("news", "a/news"));
    CHECK(found[0].path == disk.path("a/news"));
  }
  CHECK(scopes({}, {disk.path("single.txt")})[0].root.name == "single.txt");
  CHECK(scopes({}, {"/"})[0].root.name == "root");
}

TEST_CASE_METHOD(Fixture, "a root is the same from any working directory") {
  const auto absolute = scopes({}, {disk.path("a/news")});
  const std::pair<const char*, const char*> rows[] = {{"", "a/news"},
                                                      {"a", "news"},
                                                      {"a/news", "."},
                                                      {"a/news/sub", ".."},
                                                      {"b", "../a/news/"}};
  for (const auto& [from, typed] : rows) {
    CAPTURE(from, typed);
    const WorkingIn there(disk.path(from));
    const auto found = scopes({}, {typed});
    CHECK(found[0].root == absolute[0].root);
    CHECK(found[0].path == absolute[0].path);
  }
}

TEST_CASE_METHOD(Fixture, "a path inside a known root is a part of it") {
  const std::vector<Root> known = {root("news", "a/news")};
  const auto found = scopes(known, {disk.path("a/news/sub")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].root == known[0]);
  CHECK(found[0].path == disk.path("a/news/sub"));
  CHECK(joined(known, found) == known);
}

TEST_CASE_METHOD(Fixture, "a path that only begins like a root is another") {
  fs::create_directories(disk.path("a/newspapers"));
  const auto found =
      scopes({root("news", "a/news")}, {disk.path("a/newspapers")});
  CHECK(found[0].root.name == "newspapers");
}

TEST_CASE_METHOD(Fixture, "two roots of one name stay two") {
  const auto found = scopes({}, {disk.path("a/news"), disk.path("b/news")});
  REQUIRE(found.size() == 2);
  CHECK(found[0].root == root("news", "a/news"));
  CHECK(found[1].root == root("news-2", "b/news"));
  const auto later = scopes({found[1].root}, {disk.path("a/news")});
  CHECK(later[0].root.name == "news");
}

TEST_CASE_METHOD(Fixture, "a path around a known root is refused") {
  // Its files would be two stories each: one a root.
  const std::vector<Root> known = {root("news", "a/news")};
  CHECK_THROWS_AS(scopes(known, {disk.path("a")}), Error);
  CHECK_THROWS_AS(scopes({}, {disk.path("a/news"), disk.path("a")}), Error);
  CHECK(scopes({}, {disk.path("a"), disk.path("a/news")}).size() == 2);
}

TEST_CASE_METHOD(Fixture, "without paths the known roots are meant") {
  const std::vector<Root> known = {root("news", "a/news"),
                                   root("news-2", "b/news")};
  const auto found = scopes(known, {});
  REQUIRE(found.size() == 2);
  CHECK(found[1].root == known[1]);
  CHECK(found[1].path == known[1].path);
  CHECK(scopes({}, {}).empty());
}

TEST_CASE_METHOD(Fixture, "what cannot be a path is refused") {
  CHECK_THROWS_AS(scopes({}, {""}), Error);
  CHECK_THROWS_AS(scopes({}, {disk.path("not-\xFF-utf8")}), Error);
}

TEST_CASE_METHOD(Fixture, "a format is for paths that are new or read so") {
  const std::string news = disk.path("a/news");
  const auto found = scopes_of({}, {news}, "json");
  CHECK(found[0].root.format == "json");
  CHECK(scopes_of({found[0].root}, {news}, "json").size() == 1);
  CHECK(scopes_of({found[0].root}, {news}, "").size() == 1);
  CHECK_THROWS_AS(scopes_of({found[0].root}, {news}, "text"), Error);
  CHECK_THROWS_AS(scopes_of({found[0].root}, {}, "json"), Error);
}

TEST_CASE_METHOD(Fixture, "a link to a directory is the directory") {
  fs::create_directory_symlink(disk.path("a/news"), disk.path("current"));
  CHECK(scopes({}, {disk.path("current")})[0].root == root("news", "a/news"));
}

TEST_CASE_METHOD(Fixture, "an origin lies in the scopes or not") {
  const std::vector<Scope> found =
      scopes({root("news", "a/news")}, {disk.path("a/news/sub")});
  CHECK(in_scope(found, "news/sub/1.txt"));
  CHECK(in_scope(found, "news/sub"));
  CHECK_FALSE(in_scope(found, "news/subway.txt"));
  CHECK_FALSE(in_scope(found, "news/2.txt"));
  CHECK_FALSE(in_scope(found, "other/sub/1.txt"));
  CHECK_FALSE(in_scope({}, "news/sub/1.txt"));
}

TEST_CASE_METHOD(Fixture, "roots are remembered by name, each once") {
  const std::vector<Root> known = {root("news", "a/news")};
  const auto found = scopes(
      known,
      {disk.path("single.txt"), disk.path("a/news/sub"), disk.path("b/news")});
  CHECK(joined(known, found) ==
        std::vector<Root>{root("news", "a/news"), root("news-2", "b/news"),
                          root("single.txt", "single.txt")});
}
