#include <filesystem>
#include <fstream>
#include <limits>

#include "common/cli/error.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/samples.h"
#include "indexer/bulk/scratch_directory.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/bulk/segment_file.h"
#include "tests/catch.h"

using namespace broadsheet;
using namespace broadsheet::bulk;
using Catch::Matchers::Contains;

namespace {

IndexDocument with_terms(const std::vector<std::string>& terms,
                         const std::vector<Position>& positions = {}) {
  IndexDocument made{"id", TermList(std::make_shared<StringTable>()), {}, ""};
  for (const auto& term : terms) made.terms.add(term, 1, positions);
  return made;
}

IndexDocument with_values(decltype(IndexDocument::values) values) {
  return {"id", {}, std::move(values), ""};
}

struct Fixture {
  /// Merges one segment.
  void merge(const std::string& segment) {
    std::filesystem::remove_all(database);
    std::filesystem::create_directory(database);
    merge_segments(std::vector{segment}, database, {});
  }

  ScratchDirectory directory{std::filesystem::temp_directory_path() / "seg"};
  std::string database = directory.path() + "/database";
};

}  // namespace

TEST_CASE("documents that are not in order are refused, saying which") {
  const std::tuple<IndexDocument, const char*> rows[] = {
      {with_terms({"a", "b", "a"}), "a term twice"},
      {with_terms({""}), "an empty term"},
      {with_terms({std::string(246, 'a')}), "too long"},
      // A zero counts as two bytes.
      {with_terms({std::string(123, '\0')}), "too long"},
      {with_values({{2, "b"}, {1, "a"}}), "a value out of order"},
      {with_values({{2, "b"}, {2, "a"}}), "a value out of order"},
      {with_values({{2, ""}}), "an empty value"},
  };
  for (const auto& [document, why] : rows) {
    SegmentBuilder builder;
    CHECK_THROWS_WITH(builder.add(7, document),
                      Contains("document 7") && Contains(why));
  }
}

TEST_CASE("docids must rise from 1") {
  SegmentBuilder builder;
  CHECK_THROWS_AS(builder.add(0, {}), Error);
  builder.add(5, {});
  CHECK_THROWS_WITH(builder.add(5, {}), Contains("document 5 comes after 5"));
  CHECK_THROWS_AS(builder.add_values(4, {}), Error);
  CHECK_NOTHROW(builder.add(6, {}));
}

TEST_CASE("a segment is of one vocabulary") {
  SegmentBuilder builder;
  const auto one = with_terms({"a"}), other = with_terms({"a"});
  CHECK(builder.takes(one));
  builder.add(1, one);
  builder.add(2, {});  // no terms, no vocabulary
  CHECK(builder.takes(one));
  CHECK_FALSE(builder.takes(other));
  CHECK_THROWS_WITH(builder.add(3, other), Contains("another vocabulary"));
}

TEST_CASE("a builder says what it holds") {
  SegmentBuilder builder;
  const std::size_t before = builder.memory();
  builder.add(1, {"id", {}, {}, std::string(100'000, 'x')});
  builder.add(2, with_terms({"word"}, {7}));
  CHECK(builder.memory() > before);
}

TEST_CASE_METHOD(Fixture,
                 "records are read as written, in buffers however small") {
  const std::string text(200'000, 'x');
  const auto size_of = [](std::uint64_t n) {
    return n == 300 ? std::size_t{200'000} : n % 40;
  };
  const std::string path = directory.path() + "/records";
  SegmentWriter writer(path, Sync::kNo);
  writer.begin(kDocdataSection, "d", 1);
  writer.add({1, 0, "data"});
  writer.begin(kPostingsSection, "a", 400);
  for (std::uint64_t n = 1; n <= 400; ++n)
    writer.add(
        {n * n * n, n << n % 50, std::string_view(text).substr(0, size_of(n))});
  writer.begin(kPostingsSection, "b", 0);
  writer.finish();

  for (const std::size_t buffer : {1u, 7u, 64u, 1u << 20}) {
    CAPTURE(buffer);
    SegmentCursor cursor(path, kPostingsSection, buffer);
    REQUIRE(cursor.next_group());
    CHECK(cursor.key() == "a");
    std::uint64_t n = 0;
    bool same = true;
    while (cursor.next()) {
      const auto& [id, number, bytes] = cursor.record();
      ++n;
      same &= id == n * n * n && number == n << n % 50 &&
              bytes.size() == size_of(n);
    }
    CHECK(same);
    CHECK(n == 400);
    REQUIRE(cursor.next_group());
    CHECK(cursor.key() == "b");
    CHECK_FALSE(cursor.next());
    CHECK_FALSE(cursor.next_group());
  }
}

TEST_CASE_METHOD(Fixture, "a damaged or missing segment makes no database") {
  const auto samples = make_samples({.seed = 3, .documents = 60});
  const std::string path = write_segments(samples, Compression::kNone, 1,
                                          directory.path() + "/s")[0];
  const auto size = std::filesystem::file_size(path);
  merge(path);

  SECTION("a byte changed, anywhere") {
    for (std::uintmax_t at = 0; at < size; at += 1 + size / 50) {
      CAPTURE(at);
      std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
      file.seekg(static_cast<std::streamoff>(at));
      const int byte = file.get();
      const auto put = [&](int value) {
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(value)).flush();
      };
      put(byte ^ 0x10);
      CHECK_THROWS_AS(merge(path), Error);
      CHECK_FALSE(std::filesystem::exists(database + "/iamglass"));
      put(byte);
    }
    CHECK_NOTHROW(merge(path));
  }
  SECTION("cut short") {
    for (const auto left : {size - 1, size / 2, std::uintmax_t{0}}) {
      std::filesystem::resize_file(path, left);
      CHECK_THROWS_WITH(merge(path), Contains(path));
      CHECK_FALSE(std::filesystem::exists(database + "/iamglass"));
    }
  }
  SECTION("missing") {
    std::filesystem::remove(path);
    CHECK_THROWS_WITH(merge(path), Contains(path));
  }
}
