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
  CHECK(claims.story_of("news/a", claim("x")).empty());
  claims.remove("news/a", claim("x"));
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
    claims.remove(rows[2].first, rows[2].second);
    CHECK(claims.owner("x") == "news/a");
    claims.remove(rows[1].first, rows[1].second);
    CHECK(claims.owner("x") == "news/c");
    claims.remove(rows[0].first, rows[0].second);
    CHECK(claims.owner("x") == "news/b");
    claims.remove(rows[3].first, rows[3].second);
    CHECK(claims.owner("x").empty());
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("an id is contested when its owner lets it go") {
  Claims claims;
  claims.add("news/a", claim("x"));
  claims.add("news/b", claim("x"));
  claims.add("news/b", claim("y"));
  claims.remove("news/b", claim("x"));  // not its owner
  CHECK(claims.take_contested().empty());
  claims.remove(file("news/a", {claim("x")}));
  claims.remove(file("news/b", {claim("y")}));
  CHECK(claims.take_contested() == std::unordered_set<std::string>{"x", "y"});
  CHECK(claims.take_contested().empty());
}

TEST_CASE("each version is a story, the newest under the story's id") {
  const std::pair<std::string, Claim> rows[] = {
      {"news/a", claim("x", "10")},
      {"news/b", claim("x", "9", "19870101")},
      {"news/c", claim("x", "09", "19870102")},  // the better 9
      {"news/c", claim("x", "2")},
      {"news/d", claim("x")},
  };
  std::vector<std::size_t> order = {0, 1, 2, 3, 4};
  do {
    Claims claims;
    for (const auto at : order) claims.add(rows[at].first, rows[at].second);
    claims.add("news/c", claim("x", "2"));  // once more
    const auto story_of = [&](std::size_t row) {
      return claims.story_of(rows[row].first, rows[row].second);
    };
    const std::string stories[] = {"x", "", "x@9", "x@2", "x@"};
    for (std::size_t row = 0; row < 5; ++row) {
      CHECK(story_of(row) == stories[row]);
      if (!stories[row].empty())
        CHECK(claims.owner(stories[row]) == rows[row].first);
    }
    CHECK(claims.owner("x@10").empty());  // that is x
    CHECK(claims.stories_by_root() ==
          std::map<std::string, std::size_t>{{"news", 4}});
    claims.remove("news/a", claim("x", "10"));
    CHECK(story_of(2) == "x");
    CHECK(claims.owner("x@9").empty());
    claims.remove("news/c", claim("x", "09", "19870102"));
    CHECK(story_of(1) == "x");
    CHECK(story_of(3) == "x@2");
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("stories are contested when another version takes their place") {
  using Ids = std::unordered_set<std::string>;
  struct Row {
    std::string_view why;
    std::vector<Claim> there;  // of one file
    bool comes;
    Claim claim;  // of another file
    Ids contested;
  };
  const Row rows[] = {
      {"first", {}, true, claim("x", "1"), {}},
      {"older", {claim("x", "2")}, true, claim("x", "1"), {}},
      {"newer", {claim("x", "2")}, true, claim("x", "3"), {"x@2"}},
      {"between",
       {claim("x", "3"), claim("x", "1")},
       true,
       claim("x", "2"),
       {}},
      {"same, better", {claim("x", "2")}, true, claim("x", "2", "1987"), {}},
      {"same, worse", {claim("x", "2", "1987")}, true, claim("x", "2"), {}},
      {"newest goes",
       {claim("x", "1"), claim("x", "2")},
       false,
       claim("x", "3"),
       {"x", "x@2"}},
      {"older goes", {claim("x", "2")}, false, claim("x", "1"), {"x@1"}},
      {"a worse one goes",
       {claim("x", "2", "1987")},
       false,
       claim("x", "2"),
       {}},
      {"a better one goes",
       {claim("x", "2")},
       false,
       claim("x", "2", "1987"),
       {"x"}},
      {"the last goes", {}, false, claim("x", "1"), {"x"}},
  };
  for (const auto& [why, there, comes, changed, contested] : rows) {
    CAPTURE(why);
    Claims claims;
    for (const auto& each : there) claims.add("news/a", each);
    if (!comes) claims.add("news/b", changed);
    claims.take_contested();
    if (comes)
      claims.add("news/b", changed);
    else
      claims.remove("news/b", changed);
    CHECK(claims.take_contested() == contested);
  }
}

TEST_CASE("an id may have the sign that stands before a version") {
  Claims claims;
  claims.add("news/a", claim("mail:7@host", "1"));
  claims.add("news/b", claim("mail:7@host", "2@b"));
  claims.add("news/c", claim("mail:7@host", "3"));
  CHECK(claims.owner("mail:7@host") == "news/c");
  CHECK(claims.owner("mail:7@host@1") == "news/a");
  CHECK(claims.owner("mail:7@host@2@b") == "news/b");
  CHECK(claims.owner("mail:7").empty());
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
