#include "indexer/bulk/guard.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "common/cli/error.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/reference.h"
#include "indexer/bulk/samples.h"
#include "indexer/bulk/scratch_directory.h"
#include "indexer/bulk/table_check.h"
#include "tests/catch.h"

using namespace broadsheet;
using namespace broadsheet::bulk;
namespace fs = std::filesystem;

namespace {

struct Fixture {
  Fixture() {
    MergeOptions options;
    options.sync = Sync::kNo;
    const auto samples = make_samples({.seed = 5, .documents = 120});
    for (const char* name : {"sound", "damaged"}) {
      fs::create_directory(in(name));
      merge_segments(write_segments(samples, Compression::kFast, 2, in("s")),
                     in(name), options);
    }
  }
  std::string in(const std::string& name) const {
    return directory.path() + "/" + name;
  }
  /// Does anybody see that "damaged" is not "sound"? Asked in a process of its
  /// own, because the library may crash on damaged bytes: that counts.
  bool caught() const {
    const pid_t child = ::fork();
    if (child == 0) {
      for (const int crash : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS})
        ::signal(crash, SIG_DFL);
      try {
        check_tables(in("damaged"));
        compare_contents(in("sound"), in("damaged"));
        ::_exit(0);
      } catch (...) {
        ::_exit(1);
      }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status != 0;
  }

  ScratchDirectory directory{fs::temp_directory_path() / "guard"};
};

unsigned number(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) * 256u +
         static_cast<unsigned char>(bytes[at + 1]);
}

/// Does the byte hold nothing: in a block's gap, or its revision number?
bool unused(const std::string& table, std::size_t at) {
  const std::size_t block = at - at % kDefaultBlockSize;
  const std::size_t offset = at - block;
  const std::size_t gap = number(table, block + 9);
  return offset < 4 ||
         (offset >= gap && offset < gap + number(table, block + 5));
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("what the loader is tried with goes to the format's borders") {
  std::size_t most_positions = 0, longest_term = 0, longest_data = 0, empty = 0;
  for (const auto& [docid, document] : make_samples({})) {
    for (const auto& [term, wdf, positions] : document.terms) {
      most_positions = std::max(most_positions, positions.size());
      longest_term = std::max(longest_term, term.size());
    }
    longest_data = std::max(longest_data, document.data.size());
    empty += document.terms.size() == 0;
  }
  CHECK(most_positions == 30'000);
  CHECK(longest_term >= 240);
  CHECK(longest_data > 50'000);
  CHECK(empty > 5);
}

TEST_CASE_METHOD(Fixture, "a flipped byte in a table is caught") {
  REQUIRE_FALSE(caught());
  for (const auto kind : {kPostlist, kDocdata, kTermlist, kPosition}) {
    const std::string path = table_path(in("damaged"), kind);
    const std::string bytes = read(path);
    for (std::size_t at = 4; at < bytes.size(); at += 1 + bytes.size() / 20) {
      if (unused(bytes, at)) continue;
      CAPTURE(path, at);
      std::string flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x40);
      write(path, flipped);
      CHECK(caught());
    }
    write(path, bytes);
  }
  CHECK_FALSE(caught());
}

TEST_CASE_METHOD(Fixture, "a missing block is found by the table's check") {
  const std::string path = table_path(in("damaged"), kPosition);
  fs::resize_file(path, fs::file_size(path) - kDefaultBlockSize);
  CHECK_NOTHROW(check_tables(in("sound")));
  CHECK_THROWS_WITH(check_tables(in("damaged")),
                    Catch::Matchers::Contains(path));
}

TEST_CASE_METHOD(Fixture, "the loader is usable here, and that is remembered") {
  const std::string stamp = in("stamp");
  std::string why;
  REQUIRE(loader_usable(stamp, &why));
  CHECK(why.empty());
  const std::string passed = read(stamp);
  CHECK(passed.find(Xapian::version_string()) != passed.npos);
  CHECK(loader_usable(stamp, &why));

  write(stamp, "another build\n");
  CHECK(loader_usable(stamp, &why));
  CHECK(read(stamp) == passed);
}

TEST_CASE("where the self-test cannot be run the loader is not used") {
  std::string why;
  CHECK_FALSE(loader_usable("/nonexistent/stamp", &why));
  CHECK(why.find("/nonexistent/stamp") != why.npos);
}
