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
  REQUIRE(status.roots.size() == 1);
  CHECK(status.roots[0].path == archive.path());
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
  CHECK(json.at("settings").at("roots").at(0).at("settings").empty());
  CHECK_THAT(to_text(status), Catch::Contains("5, 2 undated") &&
                                  Catch::Contains("published, 0 problems"));
}

TEST_CASE("status tells what the archive was told") {
  Status status;
  status.generation = "gen-000001";
  status.generations = {"gen-000001"};
  status.roots.resize(1);
  status.roots[0].path = "/srv/wire";
  status.roots[0].settings.language = "en";
  status.roots[0].settings.exclude = {"drafts/"};
  status.settings.homes = {{"paris news", "Paris, Texas"}};
  CHECK_THAT(to_text(status),
             Catch::Contains("setting      language = \"en\"\n") &&
                 Catch::Contains("setting      exclude = [\"drafts/\"]\n") &&
                 Catch::Contains("home         paris news = Paris, Texas\n"));
  const auto told = nlohmann::json::parse(to_json(status)).at("settings");
  CHECK(told.at("roots").at(0).at("settings").at("language") == "en");
  CHECK(told.at("homes").at("paris news") == "Paris, Texas");
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
