#include "indexer/overrides.h"

#include "common/cli/error.h"
#include "common/text/csv.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;

namespace {

struct Fixture {
  test::Directory disk;

  std::vector<Override> read(const std::string& csv) {
    disk.write("o.csv", csv);
    return read_overrides(disk.path("o.csv"));
  }
  std::string failure(const std::string& csv) {
    try {
      read(csv);
    } catch (const Error& error) {
      return std::string(error.what()) + " / " + error.hint();
    }
    return "none";
  }
};

}  // namespace

TEST_CASE("values are parted by commas as spreadsheets do it") {
  const auto rows = parse_csv(
      "\xEF\xBB\xBF"
      "a,\"b, \"\"c\"\"\",\r\n\n\"two\nlines\",x\n,,\nlast");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells == std::vector<std::string>{"a", "b, \"c\"", ""});
  CHECK(rows[1].line == 3);
  CHECK(rows[1].cells == std::vector<std::string>{"two\nlines", "x"});
  CHECK(rows[2].line == 6);
  CHECK_THROWS_AS(parse_csv("a,\"b"), Error);
  CHECK_THROWS_AS(parse_csv("\"a\"b"), Error);
  CHECK(parse_csv("").empty());
}

TEST_CASE_METHOD(Fixture, "a row changes the stories it is about") {
  const auto rows = read(
      "id,origin,date,headline,status\n"
      "demo:1,,1987-02,,\n"
      ",news/b/*,,\"New, better\",killed\n"
      "demo:1,news/c.txt,1999,,\n");
  const Overrides overrides(rows);
  using Rows = std::vector<std::size_t>;
  CHECK(overrides.matching("demo:1", "news/a.txt") == Rows{0});
  CHECK(overrides.matching("demo:1", "news/b/a.txt") == Rows{0, 1});
  CHECK(overrides.matching("demo:1", "news/c.txt") == Rows{0, 2});
  CHECK(overrides.matching("demo:2", "news/c.txt").empty());

  Article article;
  article.headline = "Old";
  article.date_rejected = "31 June";
  overrides.apply({0, 1}, article);
  CHECK(article.date == Date::of(1987, 2));
  CHECK(article.date_source == "override");
  CHECK(article.date_rejected.empty());
  CHECK(article.headline == "New, better");
  CHECK(article.status == "killed");
}

TEST_CASE_METHOD(Fixture, "a file is read again when rows on it change") {
  const auto digest = [&](const std::string& csv, const std::string& file,
                          const std::vector<std::string>& ids) {
    const auto rows = read(csv);
    return Overrides(rows).digest(file, ids);
  };
  const std::string csv = "id,origin,date\ndemo:1,,1987\n,news/a.zip!/*,1988\n";
  CHECK(digest(csv, "news/x.txt", {"demo:2"}).empty());
  CHECK_FALSE(digest(csv, "news/x.txt", {"demo:1"}).empty());
  CHECK_FALSE(digest(csv, "news/a.zip", {}).empty());
  CHECK(digest(csv, "news/x.txt", {"demo:1"}) ==
        digest("id,date\ndemo:9,1950\ndemo:1,1987\n", "news/x.txt",
               {"demo:1"}));  // other rows do not matter
  CHECK(digest(csv, "news/x.txt", {"demo:1"}) !=
        digest("id,date\ndemo:1,1986\n", "news/x.txt", {"demo:1"}));
}

TEST_CASE_METHOD(Fixture, "a row that cannot be is named with its line") {
  CHECK(failure("id,dat\n1,1987\n") ==
        "o.csv:1: no such column 'dat' / did you mean date?");
  CHECK(failure("date,source\n1987,x\n").find("says which stories") !=
        std::string::npos);
  CHECK(failure("id,date\n1,1987\n2,1987-13\n") ==
        "o.csv:3: date '1987-13': not one / 1987-02-26, 1987-02 or 1987");
  CHECK(failure("id,status\n1,dead\n").find("o.csv:2: status 'dead'") == 0);
  CHECK(failure("id,date\n,1987\n").find("o.csv:2: says of no story") == 0);
  CHECK(failure("id,date\n1,1987,x\n").find("3 cells") != std::string::npos);
  CHECK(failure("id,id\n").find("two columns") != std::string::npos);
  CHECK(failure("id,date\n\"1,1987\n").find("quote without end") !=
        std::string::npos);
  CHECK(failure("") == "none");
}
