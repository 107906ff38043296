#include "common/text/leading_bytes.h"

#include <string>
#include <vector>

#include "tests/catch.h"

using broadsheet::leading_bytes;

TEST_CASE("leading bytes sort as texts do, or leave it open") {
  const std::vector<std::string> sorted = {
      "",          std::string("\0", 1),
      "A",         "a",
      "ab",        "abcdefg",
      "abcdefgh",  "abcdefghi",
      "abcdefgi",  "b",
      "b\x7F",     "b\x80",
      "\xC3\xA9t", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"};
  for (std::size_t i = 0; i < sorted.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      CAPTURE(sorted[j], sorted[i]);
      CHECK(leading_bytes(sorted[j]) <= leading_bytes(sorted[i]));
    }
  CHECK(leading_bytes("ab") == 0x6162000000000000);
  CHECK(leading_bytes("abcdefgh") == 0x6162636465666768);
  CHECK(leading_bytes("abcdefghi") == leading_bytes("abcdefgh"));
}
