// Which of the files that give a story the archive has it from.
#include "tests/indexer/run_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;

TEST_CASE_METHOD(RunFixture, "one id in several files: the best claim wins") {
  struct Row {
    std::string_view why;
    Record a, b;
    std::string_view winner;
    std::string_view older = {};  ///< what the other is meanwhile
  };
  const Row rows[] = {
      {"version",
       {"1", "A", "2", "1987-01-01"},
       {"1", "B", "10", ""},
       "news/b.jsonl",
       "demo:1@2"},
      {"date",
       {"1", "A", "2", "1987-01-01"},
       {"1", "B", "2", "1987-01-02"},
       "news/b.jsonl"},
      {"path", {"1", "A", "2"}, {"1", "B", "2"}, "news/a.jsonl"},
  };
  for (const auto& [why, a, b, winner, older] : rows) {
    CAPTURE(why);
    for (const bool a_first : {true, false}) {
      RunFixture fixture(archive.options.how.large_stories == 0);
      fixture.many();
      Archive& files = fixture.archive;
      files.has_file(a_first ? "a.jsonl" : "b.jsonl", jsonl({a_first ? a : b}));
      files.update();
      files.has_file(a_first ? "b.jsonl" : "a.jsonl", jsonl({a_first ? b : a}));
      files.update();
      CHECK(files.origin("demo:1").starts_with(winner));
      if (!older.empty()) CHECK(files.headline(std::string(older)) == "A");
      // Deleting the winner promotes the other.
      const bool a_won = winner == "news/a.jsonl";
      files.loses_file(a_won ? "a.jsonl" : "b.jsonl");
      const Report report = files.update();
      CHECK(files.headline("demo:1") == (a_won ? "B" : "A"));
      CHECK(report.stories_removed == (older.empty() ? 0 : 1));
      CHECK(files.update().outcome == Outcome::kNothingToDo);
    }
  }
}

TEST_CASE_METHOD(RunFixture,
                 "a file whose stories are all elsewhere is a duplicate") {
  archive.has_file("a.jsonl", jsonl({{"1", "A"}}));
  archive.has_file("b.jsonl", jsonl({{"1", "B"}}));
  const Report report = archive.update();
  CHECK(archive.headline("demo:1") == "A");
  CHECK(count_of(report, FileState::kDuplicate) == 1);
  CHECK(count_of(report, StoryState::kDuplicate) == 1);
}

TEST_CASE_METHOD(RunFixture, "one id twice in a file: the best claim wins") {
  const Record old{"1", "Old", "", "1987-01-01"};
  const Record fresh{"1", "New", "", "1987-01-03"};
  archive.has_file("a.jsonl",
                   jsonl({old, fresh, {"1", "Lost", "", "1987-01-02"}}));
  const Report report = archive.update();
  CHECK(archive.headline("demo:1") == "New");
  CHECK(count_of(report, StoryState::kIndexed) == 1);
  CHECK(count_of(report, StoryState::kDuplicate) == 2);
  // Read again with another story behind them, that one is unchanged.
  archive.has_file("a.jsonl", jsonl({old, fresh, {"2", "Other"}}));
  const Report again = archive.update();
  CHECK(archive.headline("demo:1") == "New");
  CHECK(count_of(again, StoryState::kUnchanged) == 1);
  CHECK(count_of(again, StoryState::kReplaced) == 0);
  CHECK(count_of(again, StoryState::kDuplicate) == 1);
}

TEST_CASE_METHOD(RunFixture, "older versions stay, as such") {
  many();
  const Record first{"1", "First", "1"}, second{"1", "Second", "2"},
      third{"1", "Third", "10"};
  const auto headlines = [&] {
    Names all;
    for (const auto& id : few()) all.push_back(id + " " + archive.headline(id));
    return all;
  };
  const auto check = [&](const Names& expected) {
    CHECK(headlines() == expected);
    const auto updated = archive.dump();
    CHECK(archive.update().outcome == Outcome::kNothingToDo);
    archive.rebuild();
    CHECK(archive.dump() == updated);
  };
  SECTION("each in a file of its own, in order or not") {
    for (const bool in_order : {true, false}) {
      CAPTURE(in_order);
      archive.has_file("b.jsonl", jsonl({in_order ? first : third}));
      archive.update();
      archive.has_file("c.jsonl", jsonl({second}));
      const auto report = archive.update();
      CHECK(count_of(report, StoryState::kIndexed) == 1);
      CHECK(count_of(report, StoryState::kReplaced) == (in_order ? 1 : 0));
      archive.has_file("a.jsonl", jsonl({in_order ? third : first}));
      archive.update();
      CHECK(archive.story("demo:1@2").status() == "superseded");
      check({"demo:1 Third", "demo:1@1 First", "demo:1@2 Second"});
      archive.loses_file(in_order ? "a.jsonl" : "b.jsonl");
      CHECK(archive.update().stories_removed == 1);
      CHECK(archive.story("demo:1").status() == "usable");
      check({"demo:1 Second", "demo:1@1 First"});
      archive.loses_file(in_order ? "b.jsonl" : "a.jsonl");
      CHECK(archive.update().stories_removed == 1);
      check({"demo:1 Second"});
      archive.loses_file("c.jsonl");
      archive.update();
    }
  }
  SECTION("all in one file") {
    archive.has_file("a.jsonl", jsonl({first, third, second}));
    const auto report = archive.update();
    CHECK(count_of(report, StoryState::kDuplicate) == 0);
    CHECK(report.stories_hidden == 2);
    check({"demo:1 Third", "demo:1@1 First", "demo:1@2 Second"});
    archive.has_file("a.jsonl", jsonl({second, first}));
    archive.update();
    check({"demo:1 Second", "demo:1@1 First"});
    archive.has_file("a.jsonl", jsonl({first}) + "{torn\n");
    archive.update();
    check({"demo:1 First"});
  }
  SECTION("an older one, promoted from a file that cannot be read") {
    archive.has_file("a.jsonl", jsonl({first, {"2", "Other"}}));
    archive.has_file("b.jsonl", jsonl({second}));
    archive.update();
    archive.cannot_read("a.jsonl");
    archive.loses_file("b.jsonl");
    archive.update();
    CHECK(headlines() == Names{"demo:1 First", "demo:2 Other"});
    CHECK(archive.story("demo:1").status() == "usable");
  }
}

TEST_CASE_METHOD(RunFixture,
                 "a better version late in a file takes the story over") {
  archive.has_file("a.jsonl", jsonl({{"1", "Middle", "5"}}));
  archive.has_file("b.jsonl", jsonl({{"1", "Old", "1"}, {"1", "New", "9"}}));
  archive.update();
  CHECK(archive.headline("demo:1") == "New");
  CHECK(archive.stories() == Names{"demo:1", "demo:1@1", "demo:1@5"});
  archive.has_file("b.jsonl", jsonl({{"1", "Old", "1"}, {"1", "Newer", "9"}}));
  const Report report = archive.update();
  CHECK(archive.headline("demo:1") == "Newer");
  CHECK(report.outcome == Outcome::kPublished);
  CHECK(count_of(report, StoryState::kReplaced) == 1);
}

TEST_CASE_METHOD(RunFixture, "a promoted file's problems are told once") {
  many();
  archive.has_file("a.jsonl", jsonl({{"1", "A", "2"}}));
  archive.has_file("b.jsonl", jsonl({{"1", "B", "1"}}) + "{torn\n");
  CHECK(archive.update().problems.size() == 1);
  archive.loses_file("a.jsonl");
  const Report report = archive.update();
  CHECK(archive.headline("demo:1") == "B");
  CHECK(report.problems.size() == 1);
  CHECK(count_of(report, StoryState::kFailed) == 1);
  CHECK_FALSE(report.problems[0].is_new);
}

TEST_CASE_METHOD(RunFixture,
                 "the next file is promoted from outside the run's path") {
  many();
  archive.has_file("in/a.jsonl", jsonl({{"1", "A", "2"}}));
  archive.has_file("in/other.jsonl", jsonl({{"2", "Other"}}));
  archive.has_file("out/b.jsonl", jsonl({{"1", "B", "1"}}));
  archive.update();
  archive.loses_file("in/a.jsonl");
  archive.update({archive.path("in")});
  CHECK(archive.headline("demo:1") == "B");
}

TEST_CASE_METHOD(RunFixture,
                 "where the next file cannot be read, the story goes") {
  many();
  archive.has_file("in/a.jsonl", jsonl({{"1", "A"}}));
  archive.has_file("in/other.jsonl", jsonl({{"2", "Other"}}));
  archive.has_file("out/b.jsonl", jsonl({{"1", "B"}, {"3", "Third"}}));
  archive.update();
  archive.loses_file("in/a.jsonl");
  archive.cannot_read("out/b.jsonl");
  archive.update({archive.path("in")});
  CHECK(few() == Names{"demo:2", "demo:3"});
  archive.has_file("out/b.jsonl", jsonl({{"1", "B"}, {"3", "Third"}}));
  archive.update();
  CHECK(archive.headline("demo:1") == "B");
}
