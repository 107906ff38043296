#include "indexer/journal.h"

#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;

namespace {

constexpr std::size_t kFiles = 20'000;

/// An empty generation.
struct Fixture : test::Directory {
  Fixture() { std::filesystem::create_directory(path("segments")); }
};

void add_files(Journal& journal) {
  for (std::uint32_t n = 1; n <= kFiles; ++n)
    journal.add({R"({"origin":"wire/)" + std::to_string(n) + R"(.xml"})",
                 {{"wire:" + std::to_string(n), n}}});
}

}  // namespace

TEST_CASE_METHOD(
    Fixture, "a journal does not keep what it was told till its checkpoint") {
  Checkpoint progress;
  Journal journal(path(), "key", 1987);
  add_files(journal);
  CHECK(std::filesystem::file_size(path("journal")) > 20 * kFiles);
  CHECK_FALSE(Journal::resume(path(), "key", progress));
}

TEST_CASE_METHOD(Fixture, "a journal counts up to its last checkpoint") {
  Journal journal(path(), "key", 1987);
  add_files(journal);
  journal.checkpoint({0, {}, {}, kFiles, "begun", {{"wire:last", kFiles}}});
  add_files(journal);

  Checkpoint other;
  CHECK_FALSE(Journal::resume(path(), "another key", other));
  for (int again = 0; again < 2; ++again) {
    Checkpoint progress;
    REQUIRE(Journal::resume(path(), "key", progress));
    CHECK(progress.started == 1987);
    CHECK(progress.last_docid == kFiles);
    CHECK(progress.begun == "begun");
    CHECK(progress.puts == Puts{{"wire:last", kFiles}});
    REQUIRE(progress.files.size() == kFiles);
    CHECK(progress.files.back().note == R"({"origin":"wire/20000.xml"})");
    CHECK(progress.files.back().puts == Puts{{"wire:20000", kFiles}});
  }
}
