#include "indexer/time_zone.h"

#include "indexer/formats/dating.h"
#include "indexer/formats/publication.h"
#include "indexer/settings.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

constexpr std::int64_t kMidnight = 1'707'350'400;  // 2024-02-08 in UTC

TEST_CASE("names of time zones") {
  for (const char* name : {"Africa/Cairo", "America/New_York", "UTC"})
    CHECK(is_time_zone(name));
  for (const char* name : {"", "Cairo", "Mars/Olympus", "+25:00"})
    CHECK_FALSE(is_time_zone(name));
}

TEST_CASE("the day of a moment") {
  CHECK(to_string(day_in_zone("UTC", kMidnight)) == "2024-02-08");
  CHECK(to_string(day_in_zone("Asia/Tokyo", kMidnight)) == "2024-02-08");
  CHECK(to_string(day_in_zone("America/New_York", kMidnight)) == "2024-02-07");
  CHECK(to_string(day_in_zone("Africa/Cairo", kMidnight - 1)) == "2024-02-08");
}

TEST_CASE("a clock's time in UTC, summer and winter") {
  CHECK(utc_of_zone("America/New_York", "20240208120000") == "20240208170000");
  CHECK(utc_of_zone("America/New_York", "20240708120000") == "20240708160000");
  CHECK(utc_of_zone("Asia/Tokyo", "20240101000000") == "20231231150000");
}

TEST_CASE("a root's time zone tells what its stories leave open") {
  RootSettings settings;
  settings.time_zone = "America/New_York";
  const auto read = [&](const char* date, const char* embargo) {
    Article article;
    offer_date(article, DateOrigin::kMeta, date);
    read_embargo(embargo, article);
    apply(settings, std::nullopt, article);
    return to_string(article.date) + " " + article.embargo;
  };
  CHECK(read("1707350400", "2024-02-08T12:00:00") ==
        "2024-02-07 20240208170000");
  CHECK(read("1707350400000", "2024-02-08T12:00:00Z") ==
        "2024-02-07 20240208120000");
  CHECK(read("2024-02-08T00:00:00Z", "2024-02-08T12:00:00+01:00") ==
        "2024-02-08 20240208110000");
  settings.time_zone.clear();
  CHECK(read("1707350400", "2024-02-08T12:00:00") ==
        "2024-02-08 20240208120000");
}

}  // namespace
}  // namespace broadsheet
