#include "indexer/bulk/guard.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xapian.h>

#include <fstream>
#include <future>
#include <iterator>
#include <vector>

#include "common/cli/error.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/reference.h"
#include "indexer/bulk/samples.h"
#include "indexer/bulk/scratch_directory.h"
#include "indexer/bulk/table_check.h"

namespace broadsheet::bulk {
namespace {

namespace fs = std::filesystem;

std::string read_stamp(const fs::path& stamp) {
  std::error_code error;
  if (!fs::is_regular_file(stamp, error)) return {};
  std::ifstream file(stamp);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::string program_identity() {
  struct stat program;
  if (::stat("/proc/self/exe", &program) != 0) return {};
  return fmt::format("broadsheet {} {} {}.{:09} xapian {}\n",
                     BROADSHEET_VERSION, program.st_size,
                     program.st_mtim.tv_sec, program.st_mtim.tv_nsec,
                     Xapian::version_string());
}

void self_test(const fs::path& directory) {
  const auto in = [&](const char* name) { return (directory / name).string(); };
  const std::vector<Sample> samples = make_samples({});
  MergeOptions options;
  options.sync = Sync::kNo;
  options.metadata = {{"one", "1"}, {"two", std::string(5'000, '2')}};
  auto by_api = std::async(std::launch::async, [&] {
    write_by_api(samples, options.metadata, in("api"), options.block_size);
    if (!has_known_format(in("api")))
      throw Error("the library writes another format");
    compact(in("api"), in("api.compact"), options.block_size);
  });
  const auto write_by_loader = [&](Compression kind, const std::string& to) {
    fs::create_directory(to);
    merge_segments(write_segments(samples, kind, 3, to + ".segment"), to,
                   options);
  };
  write_by_loader(Compression::kZlib, in("zlib"));
  compact(in("zlib"), in("zlib.compact"), options.block_size);
  write_by_loader(Compression::kFast, in("fast"));
  check_tables(in("fast"));

  by_api.get();
  compare_bytes(in("api.compact"), in("zlib.compact"));
  compare_contents(in("api"), in("fast"));
}

bool loader_usable(const fs::path& stamp, std::string* why) {
  if (Xapian::major_version() != 1 || Xapian::minor_version() != 4) {
    *why = fmt::format("the library is Xapian {}", Xapian::version_string());
    return false;
  }
  const std::string passed = program_identity();
  if (!passed.empty() && read_stamp(stamp) == passed) return true;
  try {
    self_test(ScratchDirectory(stamp.string()).path());
    write_atomically(stamp, passed, Sync::kNo);
    return true;
  } catch (const Xapian::Error& error) {
    *why = "its self-test failed: " + error.get_description();
  } catch (const std::exception& error) {
    *why = fmt::format("its self-test failed: {}", error.what());
  }
  return false;
}

}  // namespace broadsheet::bulk
