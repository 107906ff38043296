#include "common/index/archive.h"

#include <fstream>

#include "common/cli/error.h"
#include "common/index/fields.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using test::Directory;

namespace {

/// A generation with one story of an index version.
void make_generation(const std::filesystem::path& path,
                     const std::string& version) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
  Xapian::Document story;
  story.add_boolean_term("XV:" + version);
  database.add_document(story);
  database.commit();
}

}  // namespace

TEST_CASE("an archive is a directory whose stub names a generation") {
  Directory disk;
  disk.write("news.db/XAPIANDB", "auto gen-000003\n");
  CHECK(is_archive(disk.path("news.db")));
  CHECK(live_generation(disk.path("news.db")) == "gen-000003");
  CHECK_FALSE(is_archive(disk.path("none")));
  CHECK_FALSE(is_archive(disk.path("news.db/XAPIANDB")));
}

TEST_CASE("what is no stub of ours is refused") {
  for (const char* stub :
       {"", "gen-000003\n", "auto /elsewhere\n", "auto ../gen-000001\n",
        "auto \n", "remote host:1\n"}) {
    CAPTURE(stub);
    Directory disk;
    disk.write("news.db/XAPIANDB", stub);
    CHECK_THROWS_AS(live_generation(disk.path("news.db")), Error);
  }
  Directory empty;
  CHECK_THROWS_AS(live_generation(empty.path()), Error);
  CHECK_THROWS_AS(live_generation(empty.path("none")), Error);
}

TEST_CASE("an archive opens through its stub") {
  Directory disk;
  disk.write("news.db/XAPIANDB", "auto gen-000001\n");
  make_generation(disk.path("news.db/gen-000001"), std::string(kIndexVersion));
  const auto database = open_archive(disk.path("news.db"));
  CHECK(database.get_doccount() == 1);
  CHECK(
      snapshot_name(disk.path("news.db"), database).starts_with("gen-000001@"));
}

TEST_CASE("an archive of another version is refused by name") {
  Directory disk;
  disk.write("news.db/XAPIANDB", "auto gen-000001\n");
  make_generation(disk.path("news.db/gen-000001"), "999");
  CHECK_THROWS_WITH(open_archive(disk.path("news.db")),
                    Catch::Contains("index version 999"));
}

TEST_CASE("what cannot be opened says what to do") {
  Directory disk;
  disk.write("plain/a.txt", "text");
  disk.write("broken.db/XAPIANDB", "auto gen-000009\n");
  for (const char* name : {"none", "plain", "plain/a.txt", "broken.db"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(open_archive(disk.path(name)), Error);
  }
  try {
    open_archive(disk.path("none"));
  } catch (const Error& error) {
    CHECK_THAT(error.hint(), Catch::Contains("indexer rebuild"));
  }
}

TEST_CASE("an archive is called after its directory") {
  Directory disk;
  for (const char* typed : {"news.db", "news.db/", "./news.db", "x/../news.db"})
    CHECK(archive_name(disk.path(typed)) == "news");
  CHECK(archive_name(disk.path("archive.2024")) == "archive.2024");
}
