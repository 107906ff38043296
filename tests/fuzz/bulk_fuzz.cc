// The loader against the library's writer over many random databases:
// `bulk_fuzz FIRST LAST` tries these seeds and stops at the first difference.
#include <xapian.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "indexer/bulk/scratch_directory.h"
#include "tests/indexer/bulk/differential.h"

namespace {

void fuzz(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t seed = first; seed <= last; ++seed) {
    std::cout << "seed " << seed << std::endl;
    const broadsheet::bulk::ScratchDirectory directory(
        std::filesystem::temp_directory_path() / "bulk_fuzz");
    broadsheet::bulk::try_both_ways(seed, directory.path());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: bulk_fuzz FIRST LAST\n";
    return 2;
  }
  try {
    fuzz(static_cast<std::uint32_t>(std::stoul(argv[1])),
         static_cast<std::uint32_t>(std::stoul(argv[2])));
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 1;
}
