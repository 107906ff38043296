// Files are written whole or not at all.
#include "common/disk/file.h"

#include <fstream>
#include <iterator>
#include <string>

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/directory.h"

namespace broadsheet {
namespace {
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("a file is written whole, wherever one stands") {
  const test::Directory disk;
  write_file(disk.path("a.json"), "old");
  write_file(disk.path("a.json"), "new");
  CHECK(bytes_of(disk.path("a.json")) == "new");
  CHECK_FALSE(fs::exists(disk.path("a.json.new")));
  const fs::path before = fs::current_path();
  fs::current_path(disk.path());
  CHECK_NOTHROW(write_file("bare.json", "bytes"));
  fs::current_path(before);
  CHECK(bytes_of(disk.path("bare.json")) == "bytes");
  CHECK_THROWS_AS(write_file(disk.path("none/a.json"), "x"), Error);
}

}  // namespace
}  // namespace broadsheet
