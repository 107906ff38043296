// Expected outputs kept as files under tests/golden/ and compared byte for
// byte. BROADSHEET_UPDATE_GOLDENS=1 writes what is instead: review the diff.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/catch.h"

namespace broadsheet {

/// `name` is relative to tests/golden/: "render/find_text.txt". Tests run in
/// the root of the sources.
inline void check_golden(const std::string& name, const std::string& actual) {
  const auto path = std::filesystem::path("tests/golden") / name;
  if (std::getenv("BROADSHEET_UPDATE_GOLDENS") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
  }
  std::ifstream file(path, std::ios::binary);
  INFO("golden " << path << "; BROADSHEET_UPDATE_GOLDENS=1 rewrites it");
  REQUIRE(file);
  const std::string expected(std::istreambuf_iterator<char>(file), {});
  CHECK(actual == expected);
}

}  // namespace broadsheet
