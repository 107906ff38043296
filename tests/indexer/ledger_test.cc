#include "indexer/ledger.h"

#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/directory.h"
#include "tests/file_bytes.h"

using namespace broadsheet;
using test::Directory;

namespace {

Problem problem(std::string origin, std::string why,
                std::string first_seen = "2026-11-23") {
  Problem made;
  made.origin = std::move(origin);
  made.kind = "record";
  made.why = std::move(why);
  made.first_seen = std::move(first_seen);
  return made;
}

struct Fixture {
  Directory disk;
  std::filesystem::path archive = disk.path("news.db");

  Fixture() { disk.write("news.db/XAPIANDB", ""); }

  Report run(const std::string& command, Outcome outcome) const {
    Report report;
    report.command = command;
    Ledger(archive, disk.path("copy.json"), report).close(outcome, 0);
    return report;
  }
  std::string text(const std::string& name) const {
    return file_bytes(disk.path(name));
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a report is left in the archive, and where asked") {
  const Report report = run("update", Outcome::kPublished);
  CHECK(text("news.db/report.json") == to_json(report));
  CHECK(text("copy.json") == to_json(report));
  CHECK(report.started.size() == 20);
  CHECK(report.finished >= report.started);
}

TEST_CASE_METHOD(Fixture, "the last good run is remembered through bad ones") {
  disk.write("news.db/report.json", R"({"last_good":"2020-01-01T00:00:00Z"})");
  for (const auto outcome : {Outcome::kRefused, Outcome::kInterrupted})
    CHECK(run("rebuild", outcome).last_good == "2020-01-01T00:00:00Z");
  CHECK(run("rollback", Outcome::kPublished).last_good ==
        "2020-01-01T00:00:00Z");
  Report refused;
  refused.command = "update";
  Ledger(archive, {}, refused).refuse("no PATH");
  CHECK(last_good_run(text("news.db/report.json")) == "2020-01-01T00:00:00Z");
  CHECK(nlohmann::json::parse(text("news.db/report.json")).at("refusal") ==
        "no PATH");
  const Report good = run("update", Outcome::kNothingToDo);
  CHECK(good.last_good == good.finished);
  CHECK(last_good_run(text("news.db/report.json")) == good.finished);
}

TEST_CASE("a report that says nothing of a good run knows none") {
  for (const char* text : {"", "{", "[]", "{}", R"({"last_good":7})"})
    CHECK(last_good_run(text).empty());
}

TEST_CASE_METHOD(Fixture, "what an earlier report lists is known") {
  Report before;
  before.problems = {problem("a.jsonl:2", "cut short", "2026-01-01"),
                     problem("a.jsonl:9", "cut short", "2026-01-02"),
                     problem("b.sgm:1", "story 7: no end")};
  disk.write("before.json", to_json(before));
  std::vector<Problem> now = {
      problem("a.jsonl:4", "cut short"),  // two lines were put before it
      problem("a.jsonl:11", "cut short"), problem("a.jsonl:12", "cut short"),
      problem("b.sgm:1", "story 8: no end"), problem("c.sgm:1", "cut short")};
  for (auto& one : now) one.is_new = false;
  mark_known(problems_in_report(disk.path("before.json")), now);
  CHECK_FALSE(now[0].is_new);
  CHECK(now[0].first_seen == "2026-01-01");
  CHECK_FALSE(now[1].is_new);
  CHECK(now[1].first_seen == "2026-01-02");
  CHECK(now[2].is_new);  // a third, where there were two
  CHECK(now[3].is_new);
  CHECK(now[4].is_new);

  Report report;
  report.problems = now;
  CHECK(report.losses() == 5);
  report.only_new = true;
  CHECK(report.losses() == 3);
}

TEST_CASE_METHOD(Fixture, "only a report will do for one") {
  disk.write("empty.json", "");
  CHECK(problems_in_report(disk.path("empty.json")).empty());
  for (const char* text :
       {"{", "[]", "{}", R"({"problems":[{}]})", R"({"problems":7})"}) {
    disk.write("wrong.json", text);
    CHECK_THROWS_AS(problems_in_report(disk.path("wrong.json")), Error);
  }
  CHECK_THROWS_AS(problems_in_report(disk.path("none.json")), Error);
}
