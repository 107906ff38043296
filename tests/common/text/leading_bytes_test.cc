#include "common/text/leading_bytes.h"

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "tests/catch.h"

using broadsheet::few_bytes;
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

TEST_CASE("a few bytes make the number that they are in memory") {
  const std::string text = "\xFFNa\u00EFve";
  REQUIRE(text.size() == 7);
  for (std::size_t size = 0; size <= text.size(); ++size) {
    std::uint64_t number = 0;
    std::memcpy(&number, text.data(), size);
    CHECK(few_bytes(std::string_view(text).substr(0, size)) == number);
  }
}
