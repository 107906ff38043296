#include "indexer/bulk/position_writer.h"

#include <filesystem>

#include "common/cli/error.h"
#include "indexer/bulk/encoding.h"
#include "indexer/bulk/scratch_directory.h"
#include "tests/catch.h"
#include "tests/file_bytes.h"

using namespace broadsheet;
using namespace broadsheet::bulk;

namespace {

struct Fixture {
  ScratchDirectory directory{std::filesystem::temp_directory_path() /
                             "position_writer"};
  std::string path = directory.path() + "/position.glass";
  std::launch thread = GENERATE(std::launch::async, std::launch::deferred);
  BtreeWriter table{path, kDefaultBlockSize, Sync::kNo};
  PositionWriter positions{table, thread};
};

}  // namespace

TEST_CASE_METHOD(Fixture, "the table is the one that a single thread writes") {
  const std::string beside = directory.path() + "/beside.glass";
  BtreeWriter single(beside, kDefaultBlockSize, Sync::kNo);
  const std::string list(3 << 20, 'p');  // more than goes over at a time
  for (int n = 100; n < 500; ++n) {
    const std::string term = "term" + std::to_string(n);
    positions.begin_term(term);
    for (std::uint64_t docid = 1; docid < 300 && n % 4 != 0; ++docid) {
      const bool longest = n == 250 && docid == 17;
      const auto size = longest ? list.size() : (docid * n) % 90;
      const auto tag = std::string_view(list).substr(0, size);
      positions.add(docid * docid * 1'000, tag);
      std::string key = term + '\0';
      append_sortable(key, docid * docid * 1'000);
      single.add(key, tag);
    }
  }
  positions.finish();
  const TableRoot root = table.finish(), expected = single.finish();
  CHECK(root.entries == expected.entries);
  CHECK(root.entries == 300 * 299);
  CHECK(root.blocks == expected.blocks);
  CHECK(file_bytes(path) == file_bytes(beside));
}

TEST_CASE_METHOD(Fixture, "terms without positions make no table") {
  positions.begin_term("a");
  positions.begin_term("b");
  positions.finish();
  CHECK(table.finish().blocks == 0);
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE_METHOD(Fixture, "what cannot be written is thrown in the end") {
  std::filesystem::create_directory(path);
  positions.begin_term("a");
  positions.add(1, "p");
  CHECK_THROWS_AS(positions.finish(), Error);
}

TEST_CASE_METHOD(Fixture, "half a table is given up without a word") {
  positions.begin_term("a");
  for (std::uint64_t docid = 1; docid < 200'000; ++docid)
    positions.add(docid, "positions");
}
