#include "indexer/generations.h"

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/generation_lock.h"
#include "tests/catch.h"
#include "tests/directory.h"
#include "tests/file_bytes.h"

using namespace broadsheet;
using test::Directory;
namespace fs = std::filesystem;

namespace {

struct Fixture {
  Directory disk;
  fs::path archive = disk.path("news.db");

  void has(const std::string& generation) {
    disk.write("news.db/" + generation + "/iamglass", "bytes");
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Fixture, "generations are counted up") {
  make_archive_directory(archive);
  CHECK(generations(archive).empty());
  CHECK(next_generation(archive) == "gen-000001");
  has("gen-000009");
  has("gen-000002");
  disk.write("news.db/gen-000099", "a file");
  fs::create_directory(archive / "gen-12");
  fs::create_directory(archive / "gen-00001x");
  CHECK(generations(archive) == Names{"gen-000002", "gen-000009"});
  CHECK(next_generation(archive) == "gen-000010");
}

TEST_CASE_METHOD(Fixture, "publishing names the live generation") {
  has("gen-000001");
  publish(archive, "gen-000001");
  CHECK(live_generation(archive) == "gen-000001");
  has("gen-000002");
  publish(archive, "gen-000002");
  CHECK(live_generation(archive) == "gen-000002");
  CHECK(file_bytes(archive / kStubName) == "auto gen-000002\n");
  CHECK_FALSE(fs::exists(archive / "XAPIANDB.new"));
}

TEST_CASE_METHOD(Fixture,
                 "the live generation and the one before it are kept") {
  for (const char* name :
       {"gen-000001", "gen-000002", "gen-000004", "gen-000005"})
    has(name);
  publish(archive, "gen-000004");
  const Retention one{1, std::chrono::seconds(0)};
  prune(archive, one);
  CHECK(generations(archive) == Names{"gen-000002", "gen-000004"});
  prune(archive, one);
  CHECK(generations(archive) == Names{"gen-000002", "gen-000004"});
}

TEST_CASE_METHOD(Fixture, "a generation that is read is not removed") {
  for (const char* name : {"gen-000001", "gen-000002", "gen-000003"}) has(name);
  publish(archive, "gen-000003");
  {
    const auto lock = GenerationLock::to_read(archive / "gen-000001");
    REQUIRE(lock);
    prune(archive, {1, std::chrono::seconds(0)});
    CHECK(generations(archive).size() == 3);
  }
  prune(archive, {1, std::chrono::seconds(0)});
  CHECK(generations(archive) == Names{"gen-000002", "gen-000003"});
  CHECK_FALSE(GenerationLock::to_read(archive / "gen-000001"));
}

TEST_CASE_METHOD(Fixture, "an archive is private, wherever it is made") {
  for (const char* typed :
       {"news.db", "new/deep/news.db", "slash.db/", "dot.db/."}) {
    CAPTURE(typed);
    const fs::path path = disk.path() / typed;
    make_archive_directory(path);
    CHECK((fs::status(path).permissions() & fs::perms::mask) ==
          fs::perms::owner_all);
    make_archive_directory(path);  // there already
  }
}

TEST_CASE_METHOD(Fixture, "what is something else is never taken over") {
  disk.write("file", "text");
  disk.write("photos/1.jpg", "jpg");
  CHECK_THROWS_AS(make_archive_directory(disk.path("file")), Error);
  CHECK_THROWS_AS(make_archive_directory(disk.path("file/news.db")), Error);
  CHECK_THROWS_AS(make_archive_directory(disk.path("photos")), Error);
}

TEST_CASE_METHOD(Fixture, "one writer holds the lock, until it goes") {
  make_archive_directory(archive);
  {
    const WriterLock lock(archive);
    try {
      const WriterLock second(archive);
      FAIL("two locks");
    } catch (const Error& error) {
      CHECK(error.exit_code() == kExitLocked);
    }
  }
  CHECK_NOTHROW(WriterLock(archive));
}

TEST_CASE_METHOD(Fixture, "what is live is never discarded") {
  make_archive_directory(archive);
  has("gen-000001");
  has("gen-000002");
  publish(archive, "gen-000002");
  discard(archive, "gen-000002");
  discard(archive, "gen-000001");
  CHECK(generations(archive) == Names{"gen-000002"});
}
