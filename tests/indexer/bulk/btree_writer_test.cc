#include "indexer/bulk/btree_writer.h"

#include <filesystem>

#include "common/cli/error.h"
#include "indexer/bulk/btree_reader.h"
#include "indexer/bulk/scratch_directory.h"
#include "tests/catch.h"

using namespace broadsheet;
using namespace broadsheet::bulk;
using Catch::Matchers::Contains;

namespace {

struct Fixture {
  ScratchDirectory directory{std::filesystem::temp_directory_path() / "btree"};
  std::string path = directory.path() + "/table.glass";
};

}  // namespace

TEST_CASE_METHOD(Fixture, "keys that do not rise are refused") {
  BtreeWriter table(path, kDefaultBlockSize, Sync::kNo);
  table.add("b", "");
  CHECK_THROWS_WITH(table.add("b", ""), Contains(path));
  CHECK_THROWS_WITH(table.add("a", ""), Contains("must rise"));
  CHECK_THROWS_AS(table.add("", ""), Error);
  CHECK_THROWS_WITH(table.add(std::string(256, 'c'), ""), Contains("too long"));
  CHECK_NOTHROW(table.add("b1", ""));
}

TEST_CASE_METHOD(Fixture, "nor are those that a block begins with") {
  BtreeWriter table(path, 2048, Sync::kNo);
  const std::string tag(3'000, 't');
  for (int n = 1'001; n < 2'000; ++n) {
    const std::string key = std::to_string(n);
    table.add(key, std::string_view(tag).substr(0, n * 7 % tag.size()));
    if (n % 3 == 0) continue;
    CHECK_THROWS_WITH(table.add(key, "again"), Contains("must rise"));
    CHECK_THROWS_WITH(table.add(std::to_string(n - 1), tag),
                      Contains("must rise"));
  }
  CHECK(table.finish().entries == 999);
}

TEST_CASE_METHOD(Fixture, "a table without entries has a file only if asked") {
  CHECK(BtreeWriter(path, kDefaultBlockSize, Sync::kNo).finish().blocks == 0);
  CHECK_FALSE(std::filesystem::exists(path));
  BtreeWriter table(path, kDefaultBlockSize, Sync::kNo);
  table.create();
  CHECK(table.finish().blocks == 1);
  CHECK(std::filesystem::file_size(path) == kDefaultBlockSize);
}

TEST_CASE_METHOD(Fixture, "a tree of many levels counts its blocks") {
  BtreeWriter table(path, 2048, Sync::kNo);
  for (int n = 10'000; n < 30'000; ++n)
    table.add(std::to_string(n) + std::string(200, 'k'), "tag");
  const TableRoot root = table.finish();
  CHECK(root.entries == 20'000);
  CHECK(root.levels == 2);
  CHECK(root.root < root.blocks);
  CHECK(std::filesystem::file_size(path) == 2048u * root.blocks);
}

TEST_CASE_METHOD(Fixture, "a tag is split where a block ends, and read whole") {
  const std::uint32_t block = GENERATE(2048u, 8192u, 65536u);
  CAPTURE(block);
  const std::string text = [] {
    std::string letters;
    for (int n = 0; n < 20'000; ++n) letters += static_cast<char>('a' + n % 23);
    return letters;
  }();
  const auto tag_of = [&](std::size_t n) {
    return std::string_view(text).substr(n % 23,
                                         n * n % (n % 50 ? 1'500 : 20'000));
  };
  BtreeWriter table(path, block, Sync::kNo);
  std::size_t bytes = 0;
  for (std::size_t n = 1'000; n < 6'000; ++n) {
    table.add(std::to_string(n), tag_of(n));
    bytes += 4 + tag_of(n).size();
  }
  const TableRoot root = table.finish();
  // What is more: heads of items and blocks, branches, rests below 64 bytes.
  CHECK(std::uint64_t{block} * root.blocks < bytes + bytes / 20);

  BtreeReader reader(path, root, block);
  for (std::size_t n = 1'000; n < 6'000; ++n) {
    REQUIRE(reader.next());
    REQUIRE(reader.key() == std::to_string(n));
    REQUIRE(reader.tag() == tag_of(n));
  }
  CHECK_FALSE(reader.next());
}

TEST_CASE("a file that cannot be made is an error that names it") {
  BtreeWriter table("/nonexistent/table.glass", kDefaultBlockSize, Sync::kNo);
  CHECK_THROWS_WITH(table.add("a", ""), Contains("/nonexistent/table.glass"));
}
