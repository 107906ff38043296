#include "indexer/manifest.h"

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

FileEntry some_entry() {
  FileEntry entry;
  entry.origin = "news/a \"b\"\u00E9.jsonl";
  entry.first_origin = "news/old.jsonl";
  entry.state = FileState::kMoved;
  entry.stamp = {123, -5, 1'700'000'000'123'456'789};
  entry.digest = "00ff";
  entry.scanned = 1'700'000'001'000'000'000;
  entry.stories = {{"demo:1", "2", "19870226"}, {"demo:2", "", ""}};
  entry.problems = {{"news/a:7", "record", "torn", "2024-05-01", false, true},
                    {"news/a", "date", "odd", "2024-05-02", false, false}};
  return entry;
}

}  // namespace

TEST_CASE("what is remembered of a file is read as it was written") {
  const FileEntry entry = some_entry();
  CHECK(decode_file_entry(encode(entry)) == entry);
  CHECK(decode_file_entry(encode(FileEntry{})) == FileEntry{});
}

TEST_CASE("a problem that is remembered is not new") {
  FileEntry entry;
  entry.problems = {{"news/a", "record", "torn", "2024-05-01", true, true}};
  CHECK_FALSE(decode_file_entry(encode(entry)).problems[0].is_new);
}

TEST_CASE("roots are read as they were written") {
  const std::vector<Root> roots = {{"news", "/srv/news", ""},
                                   {"wire", "/srv/wire", "json"}};
  CHECK(roots_from_json(to_json(roots)) == roots);
  CHECK(roots_from_json("").empty());  // a generation without that key
}

TEST_CASE("a damaged manifest is an error") {
  const FileEntry entry = some_entry();
  const std::string good = encode(entry);
  for (std::size_t size = 0; size < good.size(); ++size)
    CHECK_THROWS_AS(decode_file_entry(good.substr(0, size)), Error);
  CHECK_THROWS_AS(decode_file_entry(good + '\0'), Error);
  std::string other = good;
  other[1 + entry.origin.size() + 1 + entry.first_origin.size()] = 7;
  CHECK_THROWS_WITH(decode_file_entry(other),
                    "damaged manifest: no such state");
  CHECK_THROWS_AS(roots_from_json("{"), Error);
  CHECK_THROWS_AS(roots_from_json("[{}]"), Error);
}

TEST_CASE("a file has its own key however long its origin") {
  const std::string deep = "news/" + std::string(300, 'a');
  CHECK(metadata_key("news/a") == "file:news/a");
  CHECK(metadata_key(deep).size() <= 240);
  CHECK(metadata_key(deep + "b") != metadata_key(deep + "c"));
}

TEST_CASE("the highest version, then the latest date, then the first origin") {
  struct Row {
    Claim better;
    Claim worse;
  };
  const Row rows[] = {
      {{"x", "2", ""}, {"x", "1", "19990101"}},
      {{"x", "10", ""}, {"x", "9", ""}},      // as numbers
      {{"x", "1", ""}, {"x", "", ""}},        // some before none
      {{"x", "1.10", ""}, {"x", "1.9", ""}},  // part by part
      {{"x", "v2", ""}, {"x", "v1", ""}},
      {{"x", "2024-05-02T10:00", ""}, {"x", "2024-05-02T09:59", ""}},
      {{"x", "1", "19870227"}, {"x", "1", "19870226"}},
      {{"x", "1", "19870226"}, {"x", "1", ""}},
      {{"x", "01", "19870227"}, {"x", "1", "19870226"}},  // equal versions
      {{"x", "1", "19870227"}, {"x", "01", "19870226"}},
  };
  for (const auto& [better, worse] : rows) {
    CAPTURE(better.version, worse.version);
    CHECK(outranks(better, "z", worse, "a"));
    CHECK_FALSE(outranks(worse, "a", better, "z"));
  }
  CHECK(outranks({"x", "1", ""}, "a", {"x", "1", ""}, "b"));
  CHECK_FALSE(outranks({"x", "1", ""}, "b", {"x", "1", ""}, "a"));
  CHECK_FALSE(outranks({"x", "1", ""}, "a", {"x", "1", ""}, "a"));
}

TEST_CASE("ranks never run in a circle") {
  const std::string versions[] = {"",     "1", "2b", "9",   "10", "01", "1.9",
                                  "1.10", "a", "B",  "10a", "1.", "9-1"};
  const auto above = [](const std::string& a, const std::string& b) {
    return outranks({"x", a, ""}, "", {"x", b, ""}, "");
  };
  for (const auto& a : versions) {
    CHECK_FALSE(above(a, a));
    for (const auto& b : versions) {
      CAPTURE(a, b);
      CHECK_FALSE((above(a, b) && above(b, a)));
      for (const auto& c : versions) {
        if (above(a, b) && above(b, c)) CHECK(above(a, c));
      }
    }
  }
}

TEST_CASE("a file is read again unless its size and times prove it the same") {
  constexpr std::int64_t kSecond = 1'000'000'000;
  FileEntry entry;
  entry.stamp = {10, 100 * kSecond, 100 * kSecond};
  entry.scanned = 200 * kSecond;
  CHECK(is_settled(entry, entry.stamp));
  const FileStamp others[] = {{11, 100 * kSecond, 100 * kSecond},
                              {10, 100 * kSecond + 1, 100 * kSecond},
                              {10, 100 * kSecond, 100 * kSecond + 1}};
  for (const auto& other : others) CHECK_FALSE(is_settled(entry, other));
  // Changed within the grain of the scan: it may have changed again since.
  entry.stamp.mtime = 199 * kSecond;
  CHECK_FALSE(is_settled(entry, entry.stamp));
  entry.stamp.mtime = 100 * kSecond;
  entry.stamp.ctime = 199 * kSecond;
  CHECK_FALSE(is_settled(entry, entry.stamp));
}
