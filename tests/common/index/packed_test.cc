#include "common/index/packed.h"

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("lists come out as they went in") {
  const std::vector<std::vector<std::uint64_t>> numbers = {
      {}, {0}, {1, 2, 1}, {0xFFFFFFFFFFFFFFFF, 0x0102030405060708}};
  for (const auto& list : numbers)
    CHECK(unpack_numbers(pack_numbers(list)) == list);
  const std::vector<std::vector<std::string>> strings = {
      {},
      {""},
      {"acq", "", "earn"},
      {std::string(300, 'x'), std::string("\0\x80", 2)}};
  for (const auto& list : strings)
    CHECK(unpack_strings(pack_strings(list)) == list);
}

TEST_CASE("numbers are eight bytes, the high ones first") {
  const std::uint64_t numbers[] = {0x0102};
  CHECK(pack_numbers(numbers) == std::string("\0\0\0\0\0\0\1\2", 8));
}

TEST_CASE("a damaged list is an error, never a shorter list") {
  CHECK_THROWS_AS(unpack_numbers("1234567"), Error);
  CHECK_THROWS_AS(unpack_strings("\5abc"), Error);
  CHECK_THROWS_AS(unpack_strings("\x80"), Error);
  CHECK_THROWS_AS(unpack_strings(std::string(11, '\xFF')), Error);
}
