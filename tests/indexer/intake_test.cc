#include "indexer/intake.h"

#include "common/cli/error.h"
#include "common/text/digest.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using test::Directory;

namespace {

struct Fixture {
  Directory disk;
  Root root{"news", disk.path(), ""};
  std::vector<Article> stories;
  std::function<void(Article&&)> sink = [&](Article&& article) {
    stories.push_back(std::move(article));
  };

  Intake read(const std::string& name, std::uint64_t size = 0) {
    stories.clear();
    FoundFile file{"news/" + name, &root, {}};
    file.stamp.size = size;
    return read_file(file, {}, sink);
  }
};

constexpr const char* kTwo =
    "{\"id\":\"1\",\"headline\":\"First\",\"text\":\"One.\"}\n"
    "{\"id\":\"2\",\"headline\":\"Second\",\"text\":\"Two.\"}\n";

}  // namespace

TEST_CASE_METHOD(Fixture, "a file's stories come with their origins") {
  disk.write("a.jsonl", kTwo);
  const Intake intake = read("a.jsonl");
  CHECK(intake.state == FileState::kIndexed);
  CHECK(intake.format == "json");
  CHECK(intake.problems.empty());
  CHECK(intake.bytes == std::string_view(kTwo).size());
  CHECK(intake.digest == digest_hex(kTwo));
  CHECK(intake.digest == digest_of_file(disk.path("a.jsonl")));
  REQUIRE(stories.size() == 2);
  CHECK(stories[1].headline == "Second");
  CHECK(stories[1].origin == "news/a.jsonl#" + stories[1].fragment);
}

TEST_CASE_METHOD(Fixture, "a file that is one story is its origin") {
  disk.write("a.txt", "Strike in Cairo\n\nThe port is closed.\n");
  CHECK(read("a.txt").format == "text");
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].origin == "news/a.txt");
}

TEST_CASE_METHOD(Fixture,
                 "a torn record is a problem, and the others stories") {
  disk.write("a.jsonl", std::string("{torn\n") + kTwo);
  const Intake intake = read("a.jsonl");
  CHECK(intake.state == FileState::kIndexed);
  CHECK(stories.size() == 2);
  REQUIRE(intake.problems.size() == 1);
  CHECK(intake.problems[0].origin == "news/a.jsonl:1");
  CHECK(intake.problems[0].kind == "record");
  CHECK(intake.problems[0].lost);
}

TEST_CASE_METHOD(Fixture, "what no format claims is ignored") {
  disk.write("a.png", std::string("\x89PNG\0\0\0", 7));
  const Intake intake = read("a.png");
  CHECK(intake.state == FileState::kIgnored);
  CHECK(intake.problems.empty());
}

TEST_CASE_METHOD(Fixture, "a format that is named claims every file") {
  root.format = "json";
  disk.write("a.txt", kTwo);
  CHECK(read("a.txt").format == "json");
  CHECK(stories.size() == 2);
}

TEST_CASE_METHOD(Fixture, "a file without a story is skipped, with a reason") {
  for (const char* bytes : {"", "\n\n", "{torn\n"}) {
    CAPTURE(bytes);
    disk.write("a.jsonl", bytes);
    const Intake intake = read("a.jsonl");
    CHECK(intake.state == FileState::kSkipped);
    CHECK(intake.problems.size() == 1);
  }
}

TEST_CASE_METHOD(Fixture, "a file that cannot be read has failed") {
  std::filesystem::create_symlink("/proc/self/mem", disk.path("mem.txt"));
  std::filesystem::create_directory(disk.path("dir"));
  for (const char* name : {"mem.txt", "dir", "none"}) {
    CAPTURE(name);
    const Intake intake = read(name);
    CHECK(intake.state == FileState::kFailed);
    REQUIRE(intake.problems.size() == 1);
    CHECK(intake.problems[0].kind == "file");
    CHECK_THROWS_AS(digest_of_file(disk.path(name)), Error);
  }
}

TEST_CASE_METHOD(Fixture, "an error over one story costs that story") {
  disk.write("a.jsonl", kTwo);
  sink = [&](Article&& article) {
    if (article.headline == "First") throw Error("too odd");
    stories.push_back(std::move(article));
  };
  const Intake intake = read("a.jsonl");
  CHECK(stories.size() == 1);
  REQUIRE(intake.problems.size() == 1);
  CHECK_THAT(intake.problems[0].why, Catch::Contains("too odd"));
  CHECK(intake.state == FileState::kIndexed);
}

TEST_CASE_METHOD(Fixture, "a file that shrinks while it is read is told") {
  disk.write("a.jsonl", kTwo);
  const std::uint64_t size = std::string_view(kTwo).size();
  CHECK(read("a.jsonl", size).problems.empty());
  const Intake intake = read("a.jsonl", size + 10);
  CHECK(stories.size() == 2);
  REQUIRE(intake.problems.size() == 1);
  CHECK_THAT(intake.problems[0].why, Catch::Contains("shrank while"));
}
