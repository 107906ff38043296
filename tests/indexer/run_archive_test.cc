// A run and the directory of its archive: who may write there, what it leaves.
#include <fstream>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "indexer/generations.h"
#include "tests/indexer/run_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;
namespace fs = std::filesystem;

TEST_CASE_METHOD(RunFixture, "what a killed run left is cleaned away") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  archive.rebuild();
  const fs::path left = archive.db() / "gen-000009";
  const auto leave = [&] {
    fs::create_directory(left);
    std::ofstream(left / "iamglass") << "half";
  };
  leave();
  archive.has_file("a.txt", text("Accord"));
  archive.update();
  CHECK_FALSE(fs::exists(left));
  leave();
  const std::string live = live_generation(archive.db());
  archive.options.retention.keep_for = std::chrono::seconds(0);
  const Report report = archive.rebuild();
  // The generation that was live stays; the one that never was goes.
  CHECK(generations(archive.db()) == Names{live, report.generation});
  CHECK(report.previous_generation == live);
}

TEST_CASE_METHOD(RunFixture,
                 "a first rebuild that is refused leaves no archive") {
  archive.has_file("a.jsonl", "{torn\n");
  archive.options.strict = true;
  archive.refused_rebuild();
  CHECK(generations(archive.db()).empty());
  archive.options.strict = false;
  archive.has_file("a.jsonl", jsonl({{"1", "A"}}));
  archive.rebuild();
  CHECK(archive.stories() == Names{"demo:1"});
}

TEST_CASE_METHOD(RunFixture, "one writer at a time") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  const std::string before = archive.report_json();
  const WriterLock other(archive.db());
  for (const bool rebuild : {false, true}) {
    RunOptions options;
    options.archive = archive.db();
    options.rebuild = rebuild;
    try {
      run(options);
      FAIL("two writers");
    } catch (const Error& error) {
      CHECK(error.exit_code() == kExitLocked);
    }
  }
  CHECK(archive.report_json() == before);  // the other run's, or the last's
}

TEST_CASE_METHOD(RunFixture, "an update needs an archive") {
  RunOptions options;
  options.archive = archive.db();
  options.paths = {archive.path()};
  CHECK_THROWS_AS(run(options), Error);
  CHECK_FALSE(fs::exists(archive.db()));
}

TEST_CASE_METHOD(RunFixture, "a directory that is no archive is not made one") {
  archive.has_file("/precious/thesis.txt", "years of work");
  archive.has_file("a.txt", text("Strike"));
  RunOptions options;
  options.archive = archive.path("/precious");
  options.paths = {archive.path()};
  options.rebuild = true;
  CHECK_THROWS_AS(run(options), Error);
  CHECK(fs::exists(archive.path("/precious/thesis.txt")));
}

TEST_CASE_METHOD(RunFixture, "an archive that cannot be opened is made anew") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  const fs::path generation = archive.db() / live_generation(archive.db());
  std::ofstream(generation / "iamglass", std::ios::trunc) << "damage";
  RunOptions options;
  options.archive = archive.db();
  options.paths = {archive.path()};
  options.rebuild = true;
  try {
    run(options);
    FAIL("its roots cannot be known");
  } catch (const Error& error) {
    CHECK_THAT(error.hint(), Catch::Contains("--replace-roots"));
  }
  CHECK(nlohmann::json::parse(archive.report_json()).at("outcome") ==
        "refused");
  options.replace_roots = true;
  run(options);
  CHECK(archive.stories() == Names{"news/a.txt"});
}

TEST_CASE_METHOD(RunFixture, "without a loader to be trusted the API does it") {
  archive.has_file("a.jsonl", jsonl({{"1", "First"}, {"2", "Second"}}));
  archive.update();
  const fs::path stamp = archive.db() / "loader-checked";
  fs::remove(stamp);
  fs::create_directory(stamp);  // cannot be written
  for (const Report& report : {archive.rebuild(), archive.update()}) {
    CHECK(archive.stories() == Names{"demo:1", "demo:2"});
    CHECK(report.note.find("loader-checked") != std::string::npos);
  }
}

TEST_CASE_METHOD(RunFixture, "the report is written wherever it is wanted") {
  archive.has_file("a.txt", text("Strike"));
  archive.options.report = archive.path("/mine.json");
  const Report report = archive.update();
  const auto mine = [&] {
    std::ifstream in(archive.path("/mine.json"));
    return nlohmann::json::parse(in);
  };
  CHECK(mine().at("outcome") == "published");
  archive.loses_file("a.txt");
  archive.refused_update();
  CHECK(mine().at("outcome") == "refused");
}

TEST_CASE_METHOD(RunFixture, "files are private to their owner") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  CHECK((fs::status(archive.db()).permissions() & fs::perms::mask) ==
        fs::perms::owner_all);
}
