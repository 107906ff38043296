#include "indexer/run.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <random>

#include "common/index/archive.h"
#include "indexer/generations.h"
#include "tests/indexer/run_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;
namespace fs = std::filesystem;

TEST_CASE_METHOD(RunFixture, "files become stories") {
  archive.has_file("a.txt", text("Strike in Cairo"));
  archive.has_file("sub/b.jsonl", jsonl({{"1", "First"}, {"2", "Second"}}));
  const Report report = archive.update();
  CHECK(archive.stories() == Names{"demo:1", "demo:2", "news/a.txt"});
  CHECK(archive.headline("demo:2") == "Second");
  CHECK(archive.origin("news/a.txt") == "news/a.txt");
  CHECK(report.outcome == Outcome::kPublished);
  CHECK(report.generation == "gen-000001");
  CHECK(report.previous_generation.empty());
  CHECK(report.roots == Names{archive.path().string()});
  CHECK(count_of(report, FileState::kIndexed) == 2);
  CHECK(count_of(report, StoryState::kIndexed) == 3);
  CHECK(report.stories_undated == 1);
  CHECK(report.bytes > 0);
}

TEST_CASE_METHOD(RunFixture, "a second update changes nothing") {
  archive.has_file("a.txt", text("Strike"));
  archive.has_file("b.jsonl", jsonl({{"1", "First"}}));
  archive.has_file("c.png", std::string("\x89PNG\0\0", 6));
  archive.has_file("d.txt", "");
  archive.update();
  const auto before = archive.dump();
  const Report report = archive.update();
  CHECK(archive.dump() == before);
  CHECK(report.outcome == Outcome::kNothingToDo);
  CHECK(count_of(report, FileState::kUnchanged) == 2);
  CHECK(count_of(report, FileState::kIgnored) == 1);
  CHECK(count_of(report, FileState::kSkipped) == 1);
  CHECK(count_of(report, StoryState::kUnchanged) == 2);
  CHECK(report.ignored == std::map<std::string, std::size_t>{{".png", 1}});
  archive.options.checksum = true;
  CHECK(archive.update().outcome == Outcome::kNothingToDo);
}

TEST_CASE_METHOD(RunFixture, "a new file is added, and no other touched") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  archive.has_file("b.txt", text("Accord"));
  const Report report = archive.update();
  CHECK(archive.stories() == Names{"news/a.txt", "news/b.txt"});
  CHECK(count_of(report, FileState::kUnchanged) == 1);
  CHECK(count_of(report, StoryState::kIndexed) == 1);
}

TEST_CASE_METHOD(RunFixture, "a deleted file takes its stories along") {
  many();
  archive.has_file("a.jsonl", jsonl({{"1", "First"}, {"2", "Second"}}));
  archive.update();
  archive.loses_file("a.jsonl");
  const Report report = archive.update();
  CHECK(few().empty());
  CHECK(report.files_vanished == 1);
  CHECK(report.stories_removed == 2);
  CHECK(archive.update().files_vanished == 0);
}

TEST_CASE_METHOD(RunFixture, "an edited story replaces just that story") {
  archive.has_file("a.jsonl", jsonl({{"1", "First"}, {"2", "Second"}}));
  archive.update();
  archive.has_file("a.jsonl", jsonl({{"1", "First"}, {"2", "Secund"}}));
  const Report report = archive.update();
  CHECK(archive.headline("demo:2") == "Secund");
  CHECK(count_of(report, StoryState::kReplaced) == 1);
  CHECK(count_of(report, StoryState::kUnchanged) == 1);
  CHECK(count_of(report, FileState::kIndexed) == 1);
}

TEST_CASE_METHOD(RunFixture, "a record taken out of a dump is removed") {
  many();
  archive.has_file("a.jsonl", jsonl({{"1", "First"}, {"2", "Second"}}));
  archive.update();
  archive.has_file("a.jsonl", jsonl({{"2", "Second"}}));
  const Report report = archive.update();
  CHECK(few() == Names{"demo:2"});
  CHECK(report.stories_removed == 1);
}

TEST_CASE_METHOD(RunFixture, "a touched file is unchanged") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  fs::last_write_time(archive.path("a.txt"), fs::file_time_type{});
  const Report report = archive.update();
  CHECK(count_of(report, FileState::kUnchanged) == 1);
  CHECK(report.outcome == Outcome::kNothingToDo);
}

TEST_CASE_METHOD(RunFixture, "a story keeps the day it came in") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  const std::string added = archive.story("news/a.txt").added;
  CHECK(added.size() == 14);
  archive.has_file("a.txt", text("Strike ends"));
  archive.update();
  CHECK(archive.story("news/a.txt").added == added);
  archive.moves("a.txt", "b.txt");
  archive.update();
  archive.rebuild();
  CHECK(archive.story("news/a.txt").added == added);
}

TEST_CASE_METHOD(RunFixture, "a moved file keeps its story") {
  many();
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  archive.moves("a.txt", "1987/b.txt");
  const Report report = archive.update();
  CHECK(few() == Names{"news/a.txt"});
  CHECK(archive.origin("news/a.txt") == "news/1987/b.txt");
  CHECK(count_of(report, FileState::kMoved) == 1);
  CHECK(report.files_vanished == 0);
  CHECK(report.stories_removed == 0);
  CHECK(count_of(archive.update(), FileState::kUnchanged) == 2);
  archive.moves("1987/b.txt", "c.txt");  // and again
  archive.update();
  CHECK(few() == Names{"news/a.txt"});
  archive.moves("c.txt", "d.txt");  // and found by a rebuild
  archive.rebuild();
  CHECK(few() == Names{"news/a.txt"});
}

TEST_CASE_METHOD(RunFixture,
                 "a file in a moved one's old place is a new story") {
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  archive.moves("a.txt", "b.txt");
  archive.update();
  archive.has_file("a.txt", text("Accord"));
  const Report report = archive.update();
  CHECK(archive.stories() == Names{"news/a.txt", "news/a.txt~2"});
  CHECK(archive.headline("news/a.txt") == "Strike");
  CHECK(archive.headline("news/a.txt~2") == "Accord");
  CHECK(count_of(report, StoryState::kDuplicate) == 0);
  const auto before = archive.dump();
  archive.rebuild();
  CHECK(archive.dump() == before);
}

TEST_CASE_METHOD(RunFixture, "a file that cannot be read keeps its stories") {
  archive.has_file("a.txt", text("Strike"));
  archive.has_file("b.txt", text("Accord"));
  archive.update();
  const auto before = archive.dump();
  const auto check = [&](const Report& report, FileState state) {
    CHECK(archive.dump() == before);
    CHECK(count_of(report, state) == 1);
    CHECK(report.problems.size() == 1);
    CHECK(report.exit == 1);
    CHECK(report.stories_removed == 0);
  };
  archive.cannot_read("a.txt");
  check(archive.update(), FileState::kFailed);
  check(archive.update(), FileState::kFailed);
  check(archive.rebuild(), FileState::kFailed);
  archive.has_broken_link("a.txt");
  check(archive.update(), FileState::kFailed);
  check(archive.update(), FileState::kFailed);
  check(archive.rebuild(), FileState::kFailed);
  archive.has_file("a.txt", "");  // cut to nothing
  check(archive.update(), FileState::kSkipped);
  check(archive.rebuild(), FileState::kSkipped);
  archive.has_file("a.txt", std::string(4096, '\0'));  // after a power cut
  check(archive.update(), FileState::kSkipped);
  check(archive.update(), FileState::kSkipped);
  check(archive.rebuild(), FileState::kSkipped);
  archive.has_file("a.txt", text("Strike ends"));
  CHECK(archive.update().exit == 0);
  CHECK(archive.headline("news/a.txt") == "Strike ends");
}

TEST_CASE_METHOD(RunFixture,
                 "a directory that cannot be read keeps its stories") {
  archive.has_file("sub/a.txt", text("Strike"));
  archive.has_file("sub/b.jsonl", jsonl({{"1", "A"}, {"2", "B"}}));
  archive.has_file("c.jsonl", jsonl({{"1", "C", "2"}}));
  archive.update();
  const auto before = archive.dump();
  archive.moves("sub", "/aside");
  archive.has_broken_link("sub");
  for (const bool rebuild : {false, true, false}) {
    const Names all = {archive.path()};
    const Report report = rebuild ? archive.rebuild(all) : archive.update(all);
    CHECK(archive.dump() == before);
    CHECK(count_of(report, FileState::kFailed) == 3);  // the link and two files
    CHECK(report.problems.size() == 1);
  }
  archive.loses_file("sub");
  archive.moves("/aside", "sub");
  CHECK(archive.update().exit == 0);
  CHECK(archive.dump() == before);
}

TEST_CASE_METHOD(RunFixture,
                 "a story that cannot be read can still be deleted") {
  archive.has_file("b.txt", text("Accord"));
  archive.has_file("a.txt", text("Strike"));
  archive.update();
  archive.has_broken_link("a.txt");
  archive.update();
  archive.loses_file("a.txt");
  archive.options.allow_shrink = 100;
  archive.update();
  CHECK(archive.stories() == Names{"news/b.txt"});
}

TEST_CASE_METHOD(RunFixture, "problems stay problems until they are mended") {
  archive.has_file("a.jsonl", jsonl({{"1", "A"}}) + "{torn\n");
  const Report first = archive.update();
  REQUIRE(first.problems.size() == 1);
  CHECK(first.problems[0].is_new);
  CHECK(first.problems[0].origin == "news/a.jsonl:2");
  CHECK(first.problems[0].first_seen == first.started.substr(0, 10));
  CHECK(first.exit == 1);
  CHECK(count_of(first, StoryState::kFailed) == 1);
  for (const bool rebuild : {false, true}) {
    const Report later = rebuild ? archive.rebuild() : archive.update();
    REQUIRE(later.problems.size() == 1);
    CHECK_FALSE(later.problems[0].is_new);
    CHECK(later.problems[0].first_seen == first.problems[0].first_seen);
    CHECK(later.exit == 1);
    CHECK(count_of(later, StoryState::kFailed) == 1);
  }
  // A second fault of the same kind is news; the first is not.
  archive.has_file("a.jsonl", jsonl({{"1", "A"}}) + "{torn\n{torn\n");
  const Report more = archive.update();
  REQUIRE(more.problems.size() == 2);
  CHECK_FALSE(more.problems[0].is_new);
  CHECK(more.problems[1].is_new);
  archive.has_file("a.jsonl", jsonl({{"1", "A"}}));
  CHECK(archive.update().problems.empty());
}

TEST_CASE_METHOD(RunFixture,
                 "a rebuild is a new generation, equal to the old") {
  archive.has_file("a.txt", text("Strike"));
  archive.has_file("b.jsonl", jsonl({{"1", "First"}, {"2", "Second"}}));
  archive.update();
  archive.has_file("b.jsonl", jsonl({{"2", "Second", "2"}, {"1", "Furst"}}));
  archive.has_file("c.txt", text("Merger"));
  archive.update();
  const auto before = archive.dump();
  const std::string live = live_generation(archive.db());
  const Names old = generations(archive.db());
  const Report report = archive.rebuild();
  CHECK(archive.dump() == before);
  CHECK(report.generation == next_after(live));
  CHECK(report.previous_generation == live);
  CHECK(generations(archive.db()).size() == old.size() + 1);
  archive.options.retention.keep_for = std::chrono::seconds(0);
  archive.rebuild();
  CHECK(generations(archive.db()) ==
        Names{report.generation, next_after(report.generation)});
}

TEST_CASE("a large update is a new generation, a small one is not") {
  Archive archive;
  archive.options.how.large_stories = 5;
  archive.options.how.large_percent = 30;
  const auto has = [&](const std::string& file, const std::string& headline,
                       int changed = 10) {
    std::vector<Record> records;
    for (int n = 0; n < 10; ++n)
      records.push_back(
          {fmt::format("{}{}", file[0], n), n < changed ? headline : "Strike"});
    archive.has_file(file, jsonl(records));
  };
  for (const auto name : {"a.jsonl", "b.jsonl", "c.jsonl", "d.jsonl"})
    has(name, "Strike");
  archive.update();
  const auto changes = [&](const Names& files, const std::string& headline) {
    for (const auto& file : files) has(file, headline);
    return archive.update();
  };
  CHECK(changes({"a.jsonl"}, "Walkout").generation == "gen-000001");
  const Report large = changes({"a.jsonl", "b.jsonl"}, "Lockout");
  CHECK(large.generation == "gen-000002");
  CHECK(large.previous_generation == "gen-000001");
  CHECK(archive.headline("demo:b1") == "Lockout");
  CHECK(generations(archive.db()) == Names{"gen-000001", "gen-000002"});
  // What turns out to be as it was publishes nothing and leaves nothing.
  const Report same = changes({"a.jsonl", "b.jsonl"}, "Lockout");
  CHECK(same.outcome == Outcome::kNothingToDo);
  CHECK(same.of(StoryState::kUnchanged) == 40);
  CHECK(same.generation == "gen-000002");
  CHECK(generations(archive.db()) == Names{"gen-000001", "gen-000002"});
  // Stories count, not their files.
  has("c.jsonl", "Walkout", 1);
  has("d.jsonl", "Walkout", 1);
  const Report few = archive.update();
  CHECK(few.of(StoryState::kReplaced) == 2);
  CHECK(few.generation == "gen-000002");
  // As a rebuild does, it takes the place of all that is not to be kept.
  archive.options.retention.keep_for = std::chrono::seconds(0);
  CHECK(changes({"a.jsonl", "b.jsonl"}, "Merger").generation >= "gen-000003");
  CHECK(generations(archive.db()).size() == 2);
  const std::string live = live_generation(archive.db());
  archive.options.how.loader = Loader::kApi;
  CHECK(changes({"a.jsonl", "b.jsonl"}, "Accord").generation == live);
  archive.options.how.loader = Loader::kBulk;
  archive.options.how.large_stories = 1000;
  CHECK(changes({"a.jsonl", "b.jsonl"}, "Truce").generation == live);
}

TEST_CASE_METHOD(RunFixture, "strict publishes nothing when anything is lost") {
  archive.has_file("a.jsonl", jsonl({{"1", "A"}}));
  archive.update();
  archive.has_file("a.jsonl", jsonl({{"1", "B"}}) + "{torn\n");
  archive.options.strict = true;
  CHECK_THAT(archive.refused_update(), Catch::Contains("--strict"));
  CHECK_THAT(archive.refused_rebuild(), Catch::Contains("--strict"));
  const auto report = nlohmann::json::parse(archive.report_json());
  CHECK(report.at("problems").size() == 1);
  CHECK(generations(archive.db()) == Names{"gen-000001"});
  archive.has_file("a.jsonl", jsonl({{"1", "B"}}));
  archive.update();
  CHECK(archive.headline("demo:1") == "B");
}

TEST_CASE("any run of changes: updated equals rebuilt") {
  const auto seed = GENERATE(range(1u, 7u));
  const bool large = GENERATE(false, true);
  CAPTURE(seed, large);
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) {
    return static_cast<unsigned>(random() % n);
  };
  Archive archive;
  if (large) make_updates_large(archive);
  archive.options.allow_shrink = 100;
  archive.has_file("keep.txt", text("Always there"));
  const auto name = [&] {
    return fmt::format("{}/{}.{}", below(2) == 0 ? "in" : "out", below(4),
                       below(3) == 0 ? "txt" : "jsonl");
  };
  const auto bytes = [&](const std::string& file) {
    if (file.ends_with(".txt")) return text(fmt::format("Text {}", below(99)));
    std::vector<Record> records;
    for (unsigned n = below(4) + 1; n > 0; --n)
      records.push_back({std::to_string(below(5)),
                         fmt::format("Headline {}", below(9)),
                         below(2) == 0 ? "" : std::to_string(below(12)),
                         below(2) == 0 ? "1987-02-26" : ""});
    return jsonl(records) + (below(6) == 0 ? "{torn\n" : "");
  };
  for (int step = 0; step < 12; ++step) {
    for (unsigned changes = below(4) + 1; changes > 0; --changes) {
      const std::string file = name();
      const bool there = fs::exists(fs::symlink_status(archive.path(file)));
      switch (there ? below(5) : 4) {
        case 0:
          archive.loses_file(file);
          break;
        case 1:
          if (const std::string to = name();
              !fs::exists(fs::symlink_status(archive.path(to))))
            archive.moves(file, to);
          break;
        case 2:
          archive.cannot_read(file);
          break;
        default:
          archive.has_file(file, bytes(file));
      }
    }
    CAPTURE(step);
    archive.has_file("in/one.txt", text("One in there"));
    if (below(3) == 0 && step > 0)
      archive.update({archive.path("in")});
    else
      archive.update();
  }
  archive.update();
  const auto updated = archive.dump();
  archive.rebuild();
  CHECK(archive.dump() == updated);
}
