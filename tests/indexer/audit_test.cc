#include "indexer/audit.h"

#include <fmt/format.h>
#include <xapian.h>

#include <fstream>
#include <iterator>

#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/manifest.h"
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
    archive.has_file("b.jsonl", jsonl({{"1", "One"}, {"2", "Two", "3"}}));
    archive.update();
  }
  fs::path generation() const {
    return archive.db() / live_generation(archive.db());
  }
  Names faults() const { return audit(generation(), 2).faults; }

  Xapian::WritableDatabase writable() const {
    return Xapian::WritableDatabase(generation().string(), Xapian::DB_OPEN);
  }
  Xapian::docid docid(const std::string& id) const {
    const Xapian::Database database(generation().string());
    return *database.postlist_begin(label_term("Q", id));
  }

  /// Changes the document of a story behind the indexer's back.
  template <class Change>
  void damage(const std::string& id, Change&& change) const {
    auto database = writable();
    const auto number = docid(id);
    auto document = database.get_document(number);
    change(document);
    database.replace_document(number, document);
    database.commit();
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "what the indexer made is sound") {
  CHECK(faults().empty());
  CHECK(audit(generation(), 1).stories == 3);
  archive.has_file("b.jsonl", jsonl({{"1", "One once more"}, {"3", "Three"}}));
  archive.has_file("c.jsonl", jsonl({{"1", "Another one", "2"}}));
  archive.options.allow_shrink = 100;
  archive.update();
  CHECK(faults().empty());
  archive.rebuild();
  CHECK(faults().empty());
  CHECK(audit(generation(), 7).stories == 4);  // one is superseded
}

TEST_CASE_METHOD(Fixture, "a document that is not its record's is a fault") {
  using Document = Xapian::Document;
  const auto two = docid("demo:2");
  struct Case {
    void (*change)(Document&);
    const char* fault;
  };
  const Case cases[] = {
      {[](Document& d) { d.remove_term("two"); }, "at 'two'"},
      {[](Document& d) { d.add_term("twp"); }, "'twp'"},
      {[](Document& d) { d.add_term("zzz"); }, "'zzz'"},
      {[](Document& d) { d.add_term("two"); }, "at 'two'"},
      {[](Document& d) { d.add_posting("two", 77, 0); }, "its postings"},
      {[](Document& d) { d.remove_value(kSlotSource); }, "value 11 is not"},
      {[](Document& d) { d.add_value(kSlotSource, "Dame"); },
       "value 11 is not"},
      {[](Document& d) { d.add_value(90, "more"); }, "value 90 is not"},
      {[](Document& d) { d.set_data("nothing"); }, "damaged record"},
      {[](Document& d) {
         Story story = decode(d.get_data());
         story.article.body += " two";
         d.set_data(encode(story));
       },
       "at 'Ztwo'"},
  };
  for (const auto& [change, fault] : cases) {
    CAPTURE(fault);
    damage("demo:2", change);
    const auto found = faults();
    REQUIRE(found.size() >= 1);
    CHECK_THAT(found.front(),
               Catch::Contains(fmt::format("document {}: ", two)));
    CHECK_THAT(found.front(), Catch::Contains(fault));
    archive.rebuild();
    REQUIRE(faults().empty());
  }
}

TEST_CASE_METHOD(Fixture, "stories and the files that claim them must agree") {
  SECTION("a story that is gone") {
    auto database = writable();
    database.delete_document("Qdemo:2");
    database.commit();
    CHECK(faults() == Names{"2 stories, but files claim 3"});
  }
  SECTION("a file that is forgotten") {
    auto database = writable();
    database.set_metadata(metadata_key("news/b.jsonl"), "");
    database.commit();
    CHECK(faults() == Names{"story demo:1: no file claims it",
                            "story demo:2: no file claims it",
                            "3 stories, but files claim 1"});
  }
  SECTION("one id twice") {
    auto database = writable();
    database.add_document(database.get_document(docid("demo:2")));
    database.commit();
    CHECK(faults() == Names{"2 stories have the id demo:2",
                            "4 stories, but files claim 3"});
  }
}

TEST_CASE_METHOD(Fixture, "a frequency that is not its list's is a fault") {
  const auto path = generation() / "postlist.glass";
  std::ifstream table(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(table), {});
  table.close();
  const auto at = bytes.find("\x03two\x01");  // key, number of documents
  REQUIRE(at != bytes.npos);
  bytes[at + 4] = 2;
  std::ofstream(path, std::ios::binary) << bytes;
  REQUIRE(faults().size() == 1);
  CHECK_THAT(faults().front(), Catch::Contains("postlist.glass is damaged"));
}

TEST_CASE_METHOD(Fixture, "a damaged table is a fault") {
  std::fstream table(generation() / "postlist.glass",
                     std::ios::in | std::ios::out | std::ios::binary);
  table.seekp(100);
  table.write("\xff\xff\xff\xff\xff\xff\xff\xff", 8);
  table.close();
  const auto found = faults();
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front(), Catch::Contains("postlist.glass is damaged"));
}
