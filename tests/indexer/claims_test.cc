#include "indexer/claims.h"

#include "tests/catch.h"

using namespace broadsheet;

namespace {

Claim claim(std::string id, std::string version = {}, std::string date = {}) {
  return {std::move(id), std::move(version), std::move(date)};
}

FileEntry file(std::string origin, std::vector<Claim> stories) {
  FileEntry entry;
  entry.origin = std::move(origin);
  entry.stories = std::move(stories);
  return entry;
}

}  // namespace

TEST_CASE("an id that nobody claims has no owner") {
  Claims claims;
  CHECK(claims.owner("x").empty());
  CHECK_FALSE(claims.owns("news/a", "x"));
  claims.remove("news/a", "x");
  CHECK(claims.take_contested().empty());
}

TEST_CASE("the best claim owns an id, in whatever order they come") {
  const std::pair<std::string, Claim> rows[] = {
      {"news/c", claim("x", "1", "19870101")},
      {"news/a", claim("x", "2", "19870101")},
      {"news/d", claim("x", "2", "19870202")},  // the best
      {"news/b", claim("x", "", "19990101")},
  };
  std::vector<std::size_t> order = {0, 1, 2, 3};
  do {
    Claims claims;
    for (const auto at : order) claims.add(rows[at].first, rows[at].second);
    CHECK(claims.owner("x") == "news/d");
    claims.remove("news/d", "x");
    CHECK(claims.owner("x") == "news/a");
    claims.remove("news/a", "x");
    CHECK(claims.owner("x") == "news/c");
    claims.remove("news/c", "x");
    CHECK(claims.owner("x") == "news/b");
    claims.remove("news/b", "x");
    CHECK(claims.owner("x").empty());
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("an id is contested when its owner lets it go") {
  Claims claims;
  claims.add("news/a", claim("x"));
  claims.add("news/b", claim("x"));
  claims.add("news/b", claim("y"));
  claims.remove("news/b", "x");  // not its owner
  CHECK(claims.take_contested().empty());
  claims.remove(file("news/a", {claim("x")}));
  claims.remove(file("news/b", {claim("y")}));
  CHECK(claims.take_contested() == std::unordered_set<std::string>{"x", "y"});
  CHECK(claims.take_contested().empty());
}

TEST_CASE("stories are counted where their owner lies") {
  Claims claims;
  claims.add("news/a/1.txt", claim("x"));
  claims.add("news/b", claim("y"));
  claims.add("wire/b", claim("y"));
  claims.add("one.txt", claim("z"));  // a root that is a file
  CHECK(claims.stories_by_root() ==
        std::map<std::string, std::size_t>{{"news", 2}, {"one.txt", 1}});
}
