// The one story of a reading that must have one.
#pragma once

#include <string>

#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

namespace broadsheet::test {

inline Article only(const Reading& result) {
  REQUIRE(result.stories.size() == 1);
  return result.stories[0];
}

/// Of bytes that must be of the format.
inline Article only(const std::string& format, const std::string& bytes) {
  const Reading result = reading("x", bytes);
  REQUIRE(result.format == format);
  return only(result);
}

}  // namespace broadsheet::test
