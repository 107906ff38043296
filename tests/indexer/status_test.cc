#include "indexer/status.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "indexer/clock.h"
#include "tests/catch.h"
#include "tests/indexer/archive_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;

TEST_CASE("status counts what the archive holds") {
  Archive archive;
  archive.has_file("a.jsonl", jsonl({{"1", "One", "", "1987-02-26"},
                                     {"2", "Two", "", "1987-02"},
                                     {"3", "Three", "", "1987"},
                                     {"4", "Four", "", ""}}));
  archive.has_file("b.txt", text("Strike"));
  archive.update();
  const Status status = status_of(archive.db());
  CHECK(status.generation == "gen-000001");
  CHECK(status.roots == Names{archive.path().string()});
  CHECK(status.files == 2);
  CHECK(status.stories == 5);
  CHECK(status.undated == 2);
  CHECK(status.sources.at("Demo") ==
        Coverage{{"", 1}, {"1987", 1}, {"1987-02", 2}});
  std::size_t stories = 0;
  for (const auto& [language, count] : status.languages) stories += count;
  CHECK(stories == 5);

  const auto json = nlohmann::json::parse(to_json(status));
  CHECK(json.at("stories") == 5);
  CHECK(json.at("report").at("outcome") == "published");
  CHECK_THAT(to_text(status), Catch::Contains("5, 2 undated") &&
                                  Catch::Contains("published, 0 problems"));
}

TEST_CASE("a report may be missing, but not damaged") {
  Archive archive;
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  std::ofstream(archive.db() / "report.json", std::ios::trunc) << "{";
  CHECK_THROWS_AS(to_json(status_of(archive.db())), Error);
  std::filesystem::remove(archive.db() / "report.json");
  CHECK(nlohmann::json::parse(to_json(status_of(archive.db())))
            .at("report")
            .is_null());
  CHECK_NOTHROW(to_text(status_of(archive.db())));
}

TEST_CASE("the age of an archive is that of its last good run") {
  Status status;
  CHECK_FALSE(age(status));
  status.last_good = "2020-01-01T00:00:00Z";
  CHECK(*age(status) > std::chrono::hours(24 * 365 * 5));
  status.last_good = iso_utc(now_nanoseconds());
  CHECK(*age(status) < std::chrono::hours(1));
  status.last_good = "yesterday";
  CHECK_FALSE(age(status));
}

TEST_CASE("there is no status where there is no archive") {
  CHECK_THROWS_AS(status_of("/nonexistent"), Error);
}
