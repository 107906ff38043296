#include "indexer/rollback.h"

#include <xapian.h>

#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/generations.h"
#include "tests/catch.h"
#include "tests/indexer/archive_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

struct Fixture {
  Archive archive;

  Fixture() {
    archive.has_file("a.txt", text("Strike in Cairo"));
    archive.update();
    archive.has_file("b.txt", text("Accord"));
    archive.rebuild();
  }
  Report roll_back() const { return broadsheet::roll_back(archive.db(), {}); }
  std::string live() const { return live_generation(archive.db()); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a rollback brings back what was before") {
  REQUIRE(archive.stories() == Names{"news/a.txt", "news/b.txt"});
  const Report report = roll_back();
  CHECK(archive.stories() == Names{"news/a.txt"});
  CHECK(live() == "gen-000001");
  CHECK(report.outcome == Outcome::kPublished);
  CHECK(report.exit == 0);
  CHECK(report.generation == "gen-000001");
  CHECK(report.previous_generation == "gen-000002");
  CHECK(report.stories_total == 1);
  CHECK(archive.report_json() == to_json(report));

  // The files say what they said: an update takes the archive forward again.
  CHECK(archive.update().of(StoryState::kIndexed) == 1);
  CHECK(archive.stories() == Names{"news/a.txt", "news/b.txt"});
}

TEST_CASE_METHOD(Fixture, "what was left is not rolled back to") {
  roll_back();
  CHECK(archive.rebuild().generation == "gen-000003");
  CHECK(roll_back().generation == "gen-000001");
  CHECK_THROWS_WITH(roll_back(), Catch::Contains("no generation before"));
  CHECK(live() == "gen-000001");
  CHECK(nlohmann::json::parse(archive.report_json()).at("outcome") ==
        "refused");
}

TEST_CASE_METHOD(Fixture, "a name that was left is not used again") {
  roll_back();
  archive.options.retention = {0, std::chrono::seconds(0)};
  archive.cannot_read("b.txt");
  archive.options.strict = true;
  archive.refused_rebuild();
  archive.options.strict = false;
  CHECK(archive.rebuild().generation == "gen-000003");
  CHECK(generations(archive.db()) == Names{"gen-000003"});
}

TEST_CASE_METHOD(Fixture, "as many are kept as are asked for") {
  archive.options.retention = {2, std::chrono::seconds(0)};
  for (int n = 0; n < 3; ++n) archive.rebuild();
  CHECK(generations(archive.db()) ==
        Names{"gen-000003", "gen-000004", "gen-000005"});
  roll_back();
  CHECK(roll_back().generation == "gen-000003");
}

TEST_CASE_METHOD(Fixture, "what was live within the hour is kept too") {
  for (int n = 0; n < 3; ++n) archive.rebuild();
  CHECK(generations(archive.db()).size() == 5);
  archive.options.retention.keep_for = std::chrono::seconds(0);
  archive.rebuild();
  CHECK(generations(archive.db()) == Names{"gen-000005", "gen-000006"});
}

TEST_CASE_METHOD(Fixture, "a damaged generation is not rolled back to") {
  std::ofstream(archive.db() / "gen-000001/postlist.glass", std::ios::trunc);
  CHECK_THROWS_AS(roll_back(), Error);
  CHECK(live() == "gen-000002");
}

TEST_CASE_METHOD(Fixture, "one leaves a damaged generation by it") {
  std::filesystem::remove_all(archive.db() / "gen-000002/postlist.glass");
  CHECK(roll_back().generation == "gen-000001");
  CHECK(archive.stories() == Names{"news/a.txt"});
}

TEST_CASE_METHOD(Fixture, "a generation of another version is not for us") {
  Xapian::WritableDatabase database((archive.db() / "gen-000001").string(),
                                    Xapian::DB_OPEN);
  auto document = database.get_document(1);
  document.remove_term("XV:" + std::string(kIndexVersion));
  document.add_boolean_term("XV:0");
  database.replace_document(1, document);
  database.commit();
  CHECK_THROWS_WITH(roll_back(), Catch::Contains("index version 0"));
  CHECK(live() == "gen-000002");
}

TEST_CASE("where there is no archive there is nothing to roll back") {
  CHECK_THROWS_AS(roll_back("/nonexistent", {}), Error);
}
