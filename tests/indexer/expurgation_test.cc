#include "indexer/expurgation.h"

#include <xapian.h>

#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/audit.h"
#include "indexer/bulk/reference.h"
#include "tests/catch.h"
#include "tests/indexer/archive_fixture.h"

using namespace broadsheet;
using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

struct Fixture {
  Archive archive;

  Fixture() {
    archive.has_file("a.txt", text("Strike in Cairo"));
    archive.has_file("b.jsonl",
                     jsonl({{"1", "Aaa"}, {"2", "Two"}, {"3", "Three"}}));
    archive.update();
  }
  fs::path generation() const { return archive.db() / "gen-000001"; }
  fs::path copy() const { return archive.db() / "gen-000002"; }
  std::size_t expurgated(const Names& ids) const {
    Withholding withholding(archive.db());
    for (const auto& id : ids) withholding.add({id, "", "", "", "", "", true});
    return expurgate(generation(), copy(), withholding);
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a copy without omissions is the same") {
  CHECK(expurgated({}) == 0);
  bulk::compare_contents(generation().string(), copy().string());
}

TEST_CASE_METHOD(Fixture, "what is left out leaves no bound behind") {
  CHECK(expurgated({"demo:1", "news/a.txt"}) == 2);
  const Xapian::Database database(copy().string());
  CHECK(database.get_doccount() == 2);
  CHECK_FALSE(database.term_exists("aaa"));
  CHECK(database.get_value_lower_bound(kSlotOrder) == "19870226demo:2");
  CHECK(database.get_lastdocid() ==
        Xapian::Database(generation().string()).get_lastdocid());
  CHECK(database.get_metadata("roots") ==
        Xapian::Database(generation().string()).get_metadata("roots"));
  // All that differs is that files claim stories that are not there.
  CHECK(audit(copy(), 1).faults == Names{"2 stories, but files claim 4"});
}

TEST_CASE_METHOD(Fixture, "a story goes with its older versions") {
  archive.has_file(
      "c.jsonl", jsonl({{"4", "Old", "1"}, {"4", "New", "2"}, {"5", "Five"}}));
  archive.update();
  CHECK(expurgated({"demo:4"}) == 2);
  const Xapian::Database database(copy().string());
  CHECK_FALSE(database.term_exists("Qdemo:4@1"));
  CHECK(database.term_exists("Qdemo:5"));
}

TEST_CASE_METHOD(Fixture, "every story may go") {
  CHECK(expurgated(archive.stories()) == 4);
  CHECK(Xapian::Database(copy().string()).get_doccount() == 0);
}
