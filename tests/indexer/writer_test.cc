#include "indexer/writer.h"

#include "common/index/fields.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using test::Directory;

namespace {

/// A document of an id, with one word in its text and its data.
IndexDocument document(const std::string& id, const std::string& word,
                       const std::vector<std::string>& booleans = {}) {
  IndexDocument made;
  made.id = id;
  TermTable terms;
  for (const Position position : {1001u, 1005u})
    terms.post(terms.number_of(word), position, 1);
  terms.add(terms.number_of(label_term("Q", id)));
  for (const auto& term : booleans) terms.add(terms.number_of(term));
  made.terms = terms.take();
  made.values = {{kSlotOrder, "19870226" + id}};
  made.data = word;
  return made;
}

struct Fixture {
  Directory disk;
  std::filesystem::path generation = disk.path("gen-000001");
  Fixture() {
    Xapian::WritableDatabase(generation.string(), Xapian::DB_CREATE);
  }
  Xapian::Database seen() const {
    return Xapian::Database(generation.string());
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "readers see nothing before the commit, then all") {
  Transaction writer(generation);
  writer.put(document("a", "strike"));
  writer.set_metadata("roots", "[]");
  CHECK(seen().get_doccount() == 0);
  writer.commit();
  CHECK(record_of(seen(), "a") == "strike");
  CHECK(seen().get_metadata("roots") == "[]");
}

TEST_CASE_METHOD(Fixture, "what is cancelled, or not committed, never was") {
  {
    Transaction writer(generation);
    writer.put(document("a", "strike"));
    writer.cancel();
  }
  {
    Transaction writer(generation);
    writer.put(document("b", "accord"));
  }
  CHECK(seen().get_doccount() == 0);
}

TEST_CASE_METHOD(Fixture, "a document is stored as it was made") {
  Transaction writer(generation);
  writer.put(document("a", "strike", {"XHAS:date"}));
  writer.commit();
  const auto stored = seen().get_document(1);
  CHECK(stored.termlist_count() == 3);
  auto term = stored.termlist_begin();
  CHECK(*term == "Qa");
  CHECK(term.get_wdf() == 0);
  term.skip_to("strike");
  CHECK(term.get_wdf() == 2);
  CHECK(std::vector<Position>(term.positionlist_begin(),
                              term.positionlist_end()) ==
        std::vector<Position>{1001, 1005});
  CHECK(stored.get_value(kSlotOrder) == "19870226a");
  CHECK(seen().get_doclength(1) == 2);  // booleans do not count
}

TEST_CASE_METHOD(Fixture,
                 "a story of the same id takes the place of the other") {
  const std::string deep(400, 'd');  // its term is cut
  Transaction writer(generation);
  for (const std::string& id : {std::string("a"), deep}) {
    writer.put(document(id, "strike"));
    writer.put(document(id, "accord"));
  }
  writer.remove("a");
  writer.remove("never there");
  writer.commit();
  CHECK(seen().get_doccount() == 1);
  CHECK(record_of(seen(), deep) == "accord");
  CHECK(record_of(seen(), deep + "d") == std::nullopt);
  CHECK_FALSE(seen().term_exists("strike"));
}

TEST_CASE_METHOD(Fixture, "stories are counted, undated and hidden ones too") {
  Transaction writer(generation);
  writer.put(document("a", "w", {"XHAS:date", "XSTATUS:usable"}));
  writer.put(document("b", "w", {"XSTATUS:killed"}));
  writer.put(document("c", "w", {"XHAS:date", "XSTATUS:embargoed"}));
  const TargetCounts counts = writer.finish();
  CHECK(counts.stories == 3);
  CHECK(counts.undated == 1);
  CHECK(counts.hidden == 2);
}
