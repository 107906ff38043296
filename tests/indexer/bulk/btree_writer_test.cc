#include "indexer/bulk/btree_writer.h"

#include <filesystem>

#include "common/cli/error.h"
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

TEST_CASE("a file that cannot be made is an error that names it") {
  BtreeWriter table("/nonexistent/table.glass", kDefaultBlockSize, Sync::kNo);
  CHECK_THROWS_WITH(table.add("a", ""), Contains("/nonexistent/table.glass"));
}
