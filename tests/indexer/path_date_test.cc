#include "indexer/path_date.h"

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a pattern finds the date in a path") {
  struct Row {
    const char* pattern;
    const char* path;
    const char* date;
  };
  const Row rows[] = {
      {"%Y/%m/%d", "1987/02/26/a.txt", "1987-02-26"},
      {"%Y/%m/%d", "wire/1987/02/26/a.txt", "1987-02-26"},
      {"%Y%m%d", "x120240208.txt", ""},  // a part of a number is no date
      {"%Y%m%d", "x20240208.txt", "2024-02-08"},
      {"%Y%m%d", "202402081", ""},
      {"%Y-%m", "issue-1987-02.txt", "1987-02"},
      {"vol%Y", "vol1987/a", "1987"},
      {"%d%b%Y", "01Apr2006.txt", "2006-04-01"},
      {"%d_%b_%Y", "8_février_2024", ""},  // two digits
      {"%d_%b_%Y", "08_février_2024", "2024-02-08"},
      {"%y%m%d", "870226.txt", "1987-02-26"},
      {"%y%m%d", "240226.txt", "2024-02-26"},
      {"%Y/*/%m-%d", "1987/sports/02-26.txt", "1987-02-26"},
      {"%Y/*/%m-%d", "1987/a/b/02-26.txt", ""},
      {"%Y/**/%m-%d", "1987/a/b/02-26.txt", "1987-02-26"},
      {"%Y/%m/%d", "1987/02/31/a.txt", ""},  // no such day
      {"(%Y)", "a (1987).txt", "1987"},
  };
  for (const auto& row : rows) {
    INFO(row.pattern << " on " << row.path);
    const auto date = PathDate(row.pattern).in(row.path);
    CHECK((date ? to_string(*date) : "") == row.date);
  }
}

TEST_CASE("a pattern must name a year, and parts there are") {
  CHECK_THROWS_AS(PathDate("%m/%d"), Error);
  CHECK_THROWS_AS(PathDate("%Y/%q"), Error);
  CHECK_THROWS_AS(PathDate("%Y%"), Error);
}
