// What becomes of segments, and of a merge that does not get to its end.
#include "indexer/bulk/merge.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <filesystem>

#include "common/cli/error.h"
#include "indexer/bulk/reference.h"
#include "indexer/bulk/samples.h"
#include "indexer/bulk/scratch_directory.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/bulk/table_check.h"
#include "tests/catch.h"
#include "tests/file_bytes.h"

using namespace broadsheet;
using namespace broadsheet::bulk;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

struct Fixture {
  std::string in(const std::string& name) const {
    return directory.path() + "/" + name;
  }
  std::vector<std::string> segments(std::size_t count) {
    return write_segments(samples, Compression::kFast, count,
                          in("of" + std::to_string(count) + "."));
  }
  /// A database under that name.
  std::string merge(const std::vector<std::string>& parts,
                    const std::string& name, MergeOptions options = {}) {
    options.sync = Sync::kNo;
    fs::create_directory(in(name));
    merge_segments(parts, in(name), options);
    return in(name);
  }

  ScratchDirectory directory{fs::temp_directory_path() / "merge"};
  std::vector<Sample> samples = make_samples({.seed = 9, .documents = 150});
};

/// Runs in a process of its own; its exit status.
template <typename Run>
int in_child(Run run) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      run();
      ::_exit(0);
    } catch (const Error&) {
      ::_exit(2);
    }
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "tables do not show who had which document") {
  MergeOptions alone;
  alone.threads = 1;
  const std::string one = merge(segments(1), "one", alone);
  const std::string many = merge(segments(6), "many");
  MergeOptions tight;
  tight.memory = 1;  // the least of buffers
  const std::string slow = merge(segments(4), "slow", tight);
  for (const auto kind : {kPostlist, kDocdata, kTermlist, kPosition}) {
    CHECK(file_bytes(table_path(one, kind)) ==
          file_bytes(table_path(many, kind)));
    CHECK(file_bytes(table_path(one, kind)) ==
          file_bytes(table_path(slow, kind)));
  }
}

TEST_CASE_METHOD(Fixture, "an old database counts as a segment would") {
  const auto newer = make_samples(
      {.seed = 10, .documents = 90, .first_docid = samples.back().docid + 1});
  const auto added = write_segments(newer, Compression::kFast, 2, in("newer."));
  MergeOptions options;
  options.block_size = GENERATE(2048u, 8192u);
  options.metadata = {{"kept", "k"}, {"gone", "g"}, {"other", "o"}};
  const std::string old = merge(segments(3), "old", options);

  for (std::size_t i = 0; i < samples.size(); i += 7)
    options.dropped.push_back(samples[i].docid);
  auto all = segments(3);
  all.insert(all.end(), added.begin(), added.end());
  options.metadata = {{"added", "a"}, {"kept", "k"}, {"other", "p"}};
  const std::string expected = merge(all, "expected", options);

  options.old = old;
  options.metadata = {{"added", "a"}, {"gone", ""}, {"other", "p"}};
  const std::string merged = merge(added, "merged", options);
  for (const auto kind : {kPostlist, kDocdata, kTermlist, kPosition})
    CHECK(file_bytes(table_path(merged, kind)) ==
          file_bytes(table_path(expected, kind)));
  check_tables(merged);

  // Written by the library, in no order, some twice, some taken out again.
  Xapian::WritableDatabase churned(in("churned"), Xapian::DB_CREATE,
                                   static_cast<int>(options.block_size));
  const auto spare = [&](std::size_t i) {
    return newer.back().docid + 1 + static_cast<std::uint32_t>(i);
  };
  const std::size_t n = samples.size();
  for (std::size_t i = 0; i < 2 * n; ++i) {
    const auto& [docid, document] = samples[i * 101 % n];
    const auto& earlier = samples[i % n].document;
    churned.replace_document(docid, to_xapian(i < n ? earlier : document));
    if (i < n) churned.replace_document(spare(i), to_xapian(earlier));
    if (i % 40 == 0) churned.commit();
  }
  for (std::size_t i = 0; i < n; ++i) churned.delete_document(spare(i));
  churned.set_metadata("kept", "k");
  churned.set_metadata("gone", std::string(30'000, 'g'));
  churned.commit();
  options.old = in("churned");
  compare_contents(merge(added, "of churned", options), expected);
}

TEST_CASE_METHOD(Fixture, "a damaged old database is an error") {
  MergeOptions options;
  options.old = merge(segments(1), "old");
  fs::resize_file(table_path(options.old, kPosition), 8192);
  CHECK_THROWS_WITH(merge({}, "merged", options), Contains("damaged"));
  CHECK_FALSE(fs::exists(in("merged/iamglass")));
}

TEST_CASE_METHOD(Fixture, "no segments are an empty database") {
  const std::string empty = merge({}, "empty");
  check_tables(empty);
  CHECK(Xapian::Database(empty).get_doccount() == 0);
  Xapian::WritableDatabase(empty).add_document(Xapian::Document());
  CHECK(Xapian::Database(empty).get_doccount() == 1);
}

TEST_CASE_METHOD(Fixture, "what does not fit together is refused") {
  const std::string part = segments(1)[0];
  CHECK_THROWS_WITH(merge({part, part}, "twice"), Contains("in two segments"));
  CHECK_FALSE(fs::exists(in("twice/iamglass")));

  SegmentBuilder late;
  late.add_values(4'000'000'000, {{1, "value"}});
  late.write(in("late"), Sync::kYes);
  CHECK_THROWS_WITH(merge({part, in("late")}, "late values"),
                    Contains("in no segment"));

  merge({part}, "database");
  CHECK_THROWS_WITH(merge({part}, "database"), Contains("holds a database"));
}

TEST_CASE_METHOD(Fixture, "values may come while tables are written") {
  SegmentBuilder late;
  for (const Sample& each : samples)
    late.add_values(each.docid, {{5, "late"}, {77, "later"}});
  late.write(in("late"), Sync::kYes);
  auto all = segments(3);
  MergeOptions options;
  options.threads = GENERATE(1u, 2u, 8u);
  options.values = [&] { return in("late"); };
  const std::string merged = merge(all, "merged", options);
  all.push_back(in("late"));
  const std::string expected = merge(all, "expected");
  for (const auto kind : {kPostlist, kDocdata, kTermlist, kPosition})
    CHECK(file_bytes(table_path(merged, kind)) ==
          file_bytes(table_path(expected, kind)));

  options.values = []() -> std::string { throw Error("no values"); };
  CHECK_THROWS_WITH(merge(segments(3), "failed", options), "no values");
  CHECK_FALSE(fs::exists(in("failed/iamglass")));
}

TEST_CASE_METHOD(Fixture, "a merge that is killed leaves no database") {
  const auto parts = segments(3);
  int killed = 0;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "killed" + std::to_string(i);
    const pid_t child = ::fork();
    if (child == 0) {
      merge(parts, name);
      ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(i * 400));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!fs::exists(in(name + "/iamglass"))) {
      ++killed;
      CHECK_THROWS_AS(Xapian::Database(in(name)), Xapian::DatabaseError);
    } else {
      check_tables(in(name));
      CHECK(Xapian::Database(in(name)).get_doccount() == samples.size());
    }
  }
  CHECK(killed > 0);
}

TEST_CASE_METHOD(Fixture, "a disk that is full is an error, and no database") {
  const auto parts = segments(2);
  const int status = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);  // the write fails instead
    const rlimit limit{20'000, 20'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      merge(parts, "full");
    } catch (const Error& error) {
      if (std::string(error.what()).find(in("full")) == std::string::npos)
        ::_exit(3);
      throw;
    }
  });
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 2);
  CHECK_FALSE(fs::exists(in("full/iamglass")));
}
