#include "indexer/withholding.h"

#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;
using test::Directory;

namespace {

Article article(std::string origin, std::string body) {
  Article made;
  made.origin = std::move(origin);
  made.body = std::move(body);
  return made;
}

const std::string kLong(300, 'x');

struct Fixture {
  Directory disk;
  Withholding withholding{disk.path()};

  void has(const std::string& id, const std::string& origin,
           const std::string& body) {
    withholding.add(
        {id, origin, body_digest(body), "a reason", "then", "", true});
  }
};

}  // namespace

TEST_CASE("only a text of some length is known again") {
  CHECK(body_digest("").empty());
  CHECK(body_digest("(No story)").empty());
  CHECK(body_digest(kLong).size() == 16);
  CHECK(body_digest(kLong) != body_digest(kLong + "x"));
}

TEST_CASE_METHOD(Fixture, "a story is known by its id, its place or its text") {
  has("demo:1", "news/a.txt", kLong);
  has("demo:2", "news/b.jsonl#2", "short");
  CHECK(withholding.covers("demo:1", article("news/z.txt", "other")));
  CHECK(withholding.covers("demo:2", article("news/z.txt", "other")));
  REQUIRE(withholding.list().size() == 2);
  CHECK(withholding.covers("demo:3", article("news/a.txt", "other")));
  CHECK(withholding.covers("demo:4", article("news/c.txt", kLong)));
  CHECK_FALSE(withholding.covers("demo:5", article("news/d.txt", "short")));
  // The second record of that file may be another one tomorrow.
  CHECK_FALSE(withholding.covers("demo:6", article("news/b.jsonl#2", "new")));
  CHECK_FALSE(withholding.covers("demo:7", article("news/a.txt#1", "new")));
}

TEST_CASE_METHOD(Fixture, "what is known by place or text joins the list") {
  has("demo:1", "news/a.txt", kLong);
  withholding.covers("demo:4", article("news/c.txt", kLong));
  withholding.covers("demo:5", article("news/c.txt", "edited"));
  CHECK(withholding.names("demo:5"));
  CHECK(withdrawals(disk.path()) == withholding.list());
  const auto list = withdrawals(disk.path());
  REQUIRE(list.size() == 3);
  CHECK(list[1].copy_of == "demo:1");
  CHECK(list[2].copy_of == "demo:1");
  CHECK(list[1].reason == "a reason");
  CHECK(list[1].origin == "news/c.txt");
  CHECK(list[1].at != "then");
}

TEST_CASE_METHOD(Fixture, "a story takes its versions along") {
  has("demo:1", "news/a.jsonl#1", "short");
  Article older = article("news/b.jsonl#1", "other");
  older.version = "02";
  CHECK(withholding.covers("demo:1@2", "demo:1", older));
  CHECK(withholding.list().back().copy_of == "demo:1");
  CHECK_FALSE(withholding.covers("demo:1@2x", older));
  CHECK(withholding.remove("demo:1") == 2);
}

TEST_CASE_METHOD(Fixture, "an older version stays withdrawn, once the newest") {
  has("demo:1@2", "news/b.jsonl#1", "short");
  Article older = article("news/b.jsonl#1", "other");
  CHECK_FALSE(withholding.covers("demo:1@1", "demo:1", older));
  older.version = "2";
  CHECK(withholding.covers("demo:1", older));
  CHECK(withholding.names(Claim{"demo:1", "02", ""}));
  CHECK_FALSE(withholding.names(Claim{"demo:1", "3", ""}));
  // Of a story that is known by its text, just that version is.
  older.origin = "news/c.txt";
  CHECK_FALSE(withholding.covers("demo:3", older));
  older.body = kLong;
  has("demo:9", "news/d.txt", kLong);
  CHECK(withholding.covers("demo:3", older));
  CHECK(withholding.names("demo:3@2"));
  CHECK_FALSE(withholding.names("demo:3"));
}

TEST_CASE_METHOD(Fixture, "a story leaves the list with its copies") {
  has("demo:1", "news/a.txt", kLong);
  has("demo:2", "news/b.txt", "");
  withholding.covers("demo:4", article("news/c.txt", kLong));
  CHECK(withholding.remove("demo:1") == 2);
  CHECK(withholding.remove("demo:1") == 0);
  CHECK_FALSE(withholding.covers("demo:4", article("news/c.txt", kLong)));
  CHECK(withholding.names("demo:2"));
}
