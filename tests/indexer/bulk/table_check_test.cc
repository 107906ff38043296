#include "indexer/bulk/table_check.h"

#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "indexer/bulk/merge.h"
#include "indexer/bulk/reference.h"
#include "indexer/bulk/samples.h"
#include "indexer/bulk/scratch_directory.h"
#include "tests/catch.h"

using namespace broadsheet;
using namespace broadsheet::bulk;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

struct Fixture {
  std::string merged(const std::string& name, bool check,
                     std::size_t documents = 120) {
    const auto samples = make_samples({.seed = 5, .documents = documents});
    MergeOptions options;
    options.sync = Sync::kNo;
    options.check = check;
    const std::string database = directory.path() + "/" + name;
    fs::create_directory(database);
    statistics = merge_segments(
        write_segments(samples, Compression::kFast, 2, database + ".s"),
        database, options);
    return database;
  }
  static std::set<std::string> names_in(const std::string& database) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(database))
      names.insert(entry.path().filename());
    return names;
  }
  /// As if the database were still being written.
  void check_apart(const std::string& database, TableKind kind) const {
    const VersionFile version = read_version_file(database);
    check_table_apart(database, kind, version.tables[kind], version.block_size,
                      statistics);
  }

  ScratchDirectory directory{fs::temp_directory_path() / "table_check"};
  Statistics statistics;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "tables checked as they are written are the same") {
  const std::size_t documents = GENERATE(0u, 120u);
  const std::string checked = merged("checked", true, documents);
  const std::string plain = merged("plain", false, documents);
  CHECK(names_in(checked) == names_in(plain));
  compare_bytes(checked, plain);
}

TEST_CASE_METHOD(Fixture, "a table is found damaged before the rest is there") {
  const auto kind = GENERATE(kPostlist, kDocdata, kTermlist, kPosition);
  const std::string database = merged("database", false);
  const auto before = names_in(database);
  REQUIRE_NOTHROW(check_apart(database, kind));
  CHECK(names_in(database) == before);

  const std::string path = table_path(database, kind);
  fs::resize_file(path, fs::file_size(path) - kDefaultBlockSize);
  CHECK_THROWS_AS(check_apart(database, kind), Damaged);
}

TEST_CASE_METHOD(Fixture, "documents that were not counted are damage") {
  const std::string database = merged("database", false);
  statistics.documents = 1;
  statistics.last_docid = 1;
  CHECK_THROWS_WITH(check_apart(database, kDocdata), Contains("docdata"));
}
