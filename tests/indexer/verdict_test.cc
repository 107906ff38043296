#include "indexer/verdict.h"

#include <xapian.h>

#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "tests/catch.h"
#include "tests/indexer/archive_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

using enum DifferenceKind;

struct Fixture {
  Archive archive;

  Fixture() {
    archive.has_file("a.txt", text("Strike in Cairo"));
    archive.has_file("b.jsonl", jsonl({{"1", "One"}, {"2", "Two"}}));
    archive.has_file("c.png", "\x89PNG");
    archive.update();
  }
  Verdict verdict(Names paths = {}) const {
    return verify({archive.db(), std::move(paths), checksum}, 1);
  }
  std::vector<Difference> differences(Names paths = {}) const {
    return verdict(std::move(paths)).comparison.differences;
  }
  bool checksum = false;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "an archive equals the files it was made from") {
  const Verdict found = verdict();
  CHECK(found.exit() == kExitOk);
  CHECK(found.generation == "gen-000001");
  CHECK(found.comparison.files == 3);
  CHECK_THAT(to_text(found),
             Catch::Contains("3 seen, 3 equal\nverdict      sound and equal"));
}

TEST_CASE_METHOD(Fixture, "what is missing, changed or extra is listed") {
  archive.has_file("a.txt", text("Strikes in Cairo"));
  archive.has_file("c.png", "\x89PNH");  // of the same size
  archive.has_file("new.txt", text("Accord"));
  archive.loses_file("b.jsonl");
  archive.has_broken_link("link.txt");
  const std::vector<Difference> all = {{kChanged, "news/a.txt"},
                                       {kExtra, "news/b.jsonl"},
                                       {kChanged, "news/c.png"},
                                       {kUnreadable, "news/link.txt"},
                                       {kMissing, "news/new.txt"}};
  const Verdict found = verdict();
  CHECK(found.exit() == kExitNothing);
  CHECK(found.comparison.differences == all);
  CHECK(differences({archive.path("a.txt").string()}) ==
        std::vector<Difference>{{kChanged, "news/a.txt"}});
  const auto json = nlohmann::json::parse(to_json(found));
  CHECK(json.at("verdict") == "sound but differs");
  CHECK(json.at("files") == nlohmann::json{{"seen", 4},
                                           {"equal", 0},
                                           {"missing", 1},
                                           {"changed", 2},
                                           {"extra", 1},
                                           {"unreadable", 1}});
  CHECK(json.at("differences").at(1) ==
        nlohmann::json{{"kind", "extra"}, {"origin", "news/b.jsonl"}});
  CHECK_THAT(to_text(found), Catch::Contains("extra        news/b.jsonl"));
}

TEST_CASE_METHOD(Fixture, "an update settles every difference") {
  archive.has_file("a.txt", text("Strikes in Cairo"));
  archive.loses_file("b.jsonl");
  archive.options.allow_shrink = 100;
  archive.update();
  CHECK(differences().empty());
}

TEST_CASE_METHOD(Fixture, "a root that is gone is a difference, not an error") {
  fs::rename(archive.path(), archive.path("/elsewhere"));
  CHECK(differences() == std::vector<Difference>{{kExtra, "news/a.txt"},
                                                 {kExtra, "news/b.jsonl"},
                                                 {kExtra, "news/c.png"}});
}

TEST_CASE_METHOD(Fixture, "a file that could not be read was not had") {
  archive.cannot_read("d.txt");
  archive.update();
  archive.has_file("d.txt", text("At last"));
  CHECK(differences() == std::vector<Difference>{{kUnreadable, "news/d.txt"}});
}

TEST_CASE_METHOD(Fixture, "an unsound archive is worse than one that differs") {
  archive.loses_file("a.txt");
  const fs::path generation = archive.db() / live_generation(archive.db());
  Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
  database.delete_document("Qdemo:2");
  database.commit();
  const Verdict found = verdict();
  CHECK(found.exit() == kExitError);
  CHECK(nlohmann::json::parse(to_json(found)).at("faults") ==
        Names{"2 stories, but files claim 3"});
  CHECK_THAT(to_text(found), Catch::StartsWith("fault        2 stories") &&
                                 Catch::EndsWith("verdict      unsound\n"));
}

TEST_CASE("there is no verdict where there is no archive") {
  CHECK_THROWS_AS(verify({"/nonexistent", {}, false}, 1), Error);
}
