#include "indexer/report.h"

#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

Report some_report() {
  Report report;
  report.outcome = Outcome::kPublished;
  report.exit = 1;
  report.started = "2024-05-01T10:00:00Z";
  report.finished = "2024-05-01T10:00:02Z";
  report.seconds = 2;
  report.bytes = 1234;
  report.command = "update";
  report.roots = {"/srv/news"};
  report.generation = "gen-000002";
  report.previous_generation = "gen-000001";
  report.count(FileState::kIndexed);
  report.count(FileState::kIgnored);
  report.count(FileState::kIgnored);
  report.ignored = {{".png", 2}};
  report.files_vanished = 1;
  report.count(StoryState::kReplaced, 3);
  report.count(StoryState::kFailed);
  report.stories_removed = 2;
  report.stories_total = 40;
  report.problems = {{"news/a.sgm:12", "record", "unterminated <TEXT>",
                      "2024-04-30", false, true}};
  return report;
}

}  // namespace

TEST_CASE("every state has its name") {
  CHECK(to_string(FileState::kIndexed) == "indexed");
  CHECK(to_string(FileState::kFailed) == "failed");
  CHECK(to_string(StoryState::kFailed) == "failed");
  CHECK(to_string(Outcome::kNothingToDo) == "nothing_to_do");
}

TEST_CASE("seen and read are the sums of their states") {
  const Report report = some_report();
  CHECK(report.files_seen() == 3);
  CHECK(report.stories_read() == 4);
  CHECK(report.of(FileState::kIgnored) == 2);
  CHECK(report.of(StoryState::kReplaced) == 3);
}

TEST_CASE("the report is the contract's JSON") {
  const auto json = nlohmann::ordered_json::parse(to_json(some_report()));
  const nlohmann::ordered_json expected = {
      {"outcome", "published"},
      {"exit", 1},
      {"started", "2024-05-01T10:00:00Z"},
      {"finished", "2024-05-01T10:00:02Z"},
      {"seconds", 2.0},
      {"bytes", 1234},
      {"command", "update"},
      {"version", BROADSHEET_VERSION},
      {"roots", {"/srv/news"}},
      {"generation", "gen-000002"},
      {"previous_generation", "gen-000001"},
      {"files",
       {{"seen", 3},
        {"indexed", 1},
        {"unchanged", 0},
        {"moved", 0},
        {"duplicate", 0},
        {"ignored", 2},
        {"skipped", 0},
        {"failed", 0},
        {"vanished", 1},
        {"excluded", 0},
        {"ignored_by_extension", {{".png", 2}}}}},
      {"stories",
       {{"read", 4},
        {"indexed", 0},
        {"unchanged", 0},
        {"replaced", 3},
        {"duplicate", 0},
        {"withdrawn", 0},
        {"failed", 1},
        {"removed", 2},
        {"undated", 0},
        {"hidden", 0},
        {"copies", 0},
        {"total", 40}}},
      {"last_good", ""},
      {"problems",
       {{{"origin", "news/a.sgm:12"},
         {"kind", "record"},
         {"why", "unterminated <TEXT>"},
         {"first_seen", "2024-04-30"},
         {"new", false}}}}};
  CHECK(json.dump(1) == expected.dump(1));
}

TEST_CASE("a refused run says why") {
  Report report = some_report();
  report.outcome = Outcome::kRefused;
  report.refusal = "no file in it";
  const auto json = nlohmann::json::parse(to_json(report));
  CHECK(json.at("outcome") == "refused");
  CHECK(json.at("refusal") == "no file in it");
  CHECK_THAT(summary(report), Catch::Contains("no file in it"));
}

TEST_CASE("a report of broken bytes is still JSON") {
  Report report;
  report.problems = {
      {"news/\xFF", "file", "its name is not UTF-8", "2024-05-01"}};
  CHECK_NOTHROW(nlohmann::json::parse(to_json(report)));
}

TEST_CASE("the summary counts, and lists every problem") {
  CHECK(summary(some_report()) ==
        "news/a.sgm:12: unterminated <TEXT>; skipped (as before)\n"
        "files    3 seen: indexed 1, ignored 2\n"
        "         1 vanished\n"
        "stories  4 read: replaced 3, failed 1\n"
        "         2 removed\n"
        "total    40 stories, 0 undated\n"
        "problems 1\n"
        "published gen-000002 in 2.0 s\n");
}

TEST_CASE("a problem is one line: where, what, and whether it was lost") {
  Problem problem{"news/a.sgm:12", "record", "no date", "2024-05-01"};
  CHECK(to_string(problem) == "news/a.sgm:12: no date; skipped");
  problem.lost = false;
  CHECK(to_string(problem) == "news/a.sgm:12: no date");
}
