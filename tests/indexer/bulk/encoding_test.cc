#include "indexer/bulk/encoding.h"

#include <vector>

#include "indexer/bulk/position_list.h"
#include "indexer/bulk/termlist.h"
#include "tests/catch.h"

using namespace broadsheet;
using namespace broadsheet::bulk;

namespace {

std::string sortable(std::uint64_t n) {
  std::string bytes;
  append_sortable(bytes, n);
  return bytes;
}

std::string bytes(std::initializer_list<int> list) {
  std::string made;
  for (const int n : list) made += static_cast<char>(n);
  return made;
}

}  // namespace

TEST_CASE("sortable numbers grow by a byte where glass has them grow") {
  const std::pair<std::uint64_t, std::string> rows[] = {
      {0, bytes({0, 0})},
      {1, bytes({0, 1})},
      {0x7fff, bytes({0x7f, 0xff})},
      {0x8000, bytes({0x80, 0x80, 0x00})},
      {0x3fffff, bytes({0xbf, 0xff, 0xff})},
      {0x400000, bytes({0xc0, 0x40, 0x00, 0x00})},
      {0x1fffffff, bytes({0xdf, 0xff, 0xff, 0xff})},
      {0x20000000, bytes({0xe0, 0x20, 0x00, 0x00, 0x00})},
      {0xffffffff, bytes({0xe0, 0xff, 0xff, 0xff, 0xff})},
  };
  for (const auto& [n, expected] : rows) CHECK(sortable(n) == expected);
}

TEST_CASE("sortable strings sort as the strings do") {
  const std::vector<std::string> rising = {
      bytes({0}),      bytes({0, 0}),         bytes({0, 'a'}), "a",
      bytes({'a', 0}), bytes({'a', 0, 0xff}), bytes({'a', 1}), "ab",
      bytes({0xff})};
  std::vector<std::string> keys;
  for (const auto& text : rising) {
    keys.emplace_back();
    append_sortable(keys.back(), text);
  }
  CHECK(std::is_sorted(keys.begin(), keys.end()));
}

TEST_CASE("a number is taken as it was appended, unless it is cut short") {
  for (const std::uint64_t n : {0ull, 127ull, 128ull, 1ull << 35, ~0ull}) {
    std::string written;
    append_uint(written, n);
    std::uint64_t read = 1;
    std::string_view from = written;
    CHECK(take_uint(from, read));
    CHECK(from.empty());
    CHECK(read == n);
    from = std::string_view(written).substr(0, written.size() - 1);
    CHECK_FALSE(take_uint(from, read));
  }
}

TEST_CASE("position lists take the bits their ranges need") {
  const std::pair<std::vector<std::uint32_t>, std::string> rows[] = {
      {{7}, bytes({7})},
      {{0}, bytes({0})},
      // 0 below 1: no bits; 0 below 1, no more positions: no bits.
      {{0, 1}, bytes({1})},
      // 1 below 3: of three values the middle one takes one bit less; then
      // 1 more position below 2; where it is, is no question.
      {{1, 2, 3}, bytes({3, 0b11})},
  };
  for (const auto& [positions, expected] : rows) {
    std::string tag;
    append_positions(tag, positions);
    CHECK(tag == expected);
  }
}

TEST_CASE("position lists take no more bytes than they may") {
  std::vector<std::uint32_t> positions;
  std::uint32_t gap = 0xffffffff;
  for (std::uint32_t at = 1; gap > 0; at += gap /= 2) {
    positions.push_back(at);
    std::string tag;
    append_positions(tag, positions);
    CHECK(tag.size() <= most_position_bytes(positions.size()));
  }
  CHECK(positions.size() > 30);
}

TEST_CASE("a list of terms leaves out what a term shares with the one before") {
  Termlist list(3, 203);
  list.add("ab", 1);
  list.add("abc", 2);
  list.add("b", 200);
  CHECK(list.bytes() ==
        bytes({0xcb, 1, 3, 2, 'a', 'b', 1,     // 203 is two bytes
               (2 + 1) * (2 + 1) + 2, 1, 'c',  // wdf and sharing packed
               0, 1, 'b', 0xc8, 1}));          // wdf too great for it
  CHECK(Termlist(0, 0).bytes().empty());
}

TEST_CASE("a list of terms grows beyond what was taken for it") {
  Termlist list(300, 300);
  std::vector<std::string> terms;
  for (int n = 0; n < 300; ++n)
    terms.push_back(std::string(200, static_cast<char>('a' + n / 26)) +
                    static_cast<char>('a' + n % 26));
  for (const auto& term : terms) list.add(term, 1);
  CHECK(list.bytes().starts_with(bytes({0xac, 2, 0xac, 2, 201, 'a'})));
  // The first: size, bytes, wdf. Eleven share nothing: one byte more says so.
  // All others: what is shared, a size, a byte, the wdf.
  CHECK(list.bytes().size() == 4 + 203 + 11 * 204 + 288 * 4);
}

TEST_CASE("lists of slots are united") {
  std::string odd, even, all;
  append_slots(odd, std::vector<std::uint64_t>{1, 3, 301});
  append_slots(even, std::vector<std::uint64_t>{0, 3, 300});
  append_slots(all, std::vector<std::uint64_t>{0, 1, 3, 300, 301});
  CHECK(unite_slots(odd, even) == all);
}
