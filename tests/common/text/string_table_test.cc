#include "common/text/string_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/catch.h"

using broadsheet::StringTable;

TEST_CASE("strings are numbered as they are first seen") {
  StringTable table;
  CHECK(table.number_of("strike") == 0);
  CHECK(table.number_of("") == 1);
  CHECK(table.number_of("strike") == 0);
  CHECK(table.number_of("coal") == 2);
  REQUIRE(table.size() == 3);
  CHECK(table[0] == "strike");
  CHECK(table[1].empty());
  CHECK(table[2] == "coal");
  CHECK(table.find("coal") == 2);
  CHECK(table.find("") == 1);
  CHECK_FALSE(table.find("pit"));
  CHECK(table.size() == 3);
}

TEST_CASE(
    "announced strings are numbered as others are, whatever room there is") {
  for (const std::size_t room : {0, 700, 100'000}) {
    StringTable table(room);
    for (int n = 0; n < 5'000; n += 2) {
      const auto one = fmt::format("t{}", n), other = fmt::format("u{}", n);
      const auto first = table.announce(one), second = table.announce(other);
      table.fetch(first);
      table.fetch(second);
      if (table.number_of(one, first) != StringTable::Number(n)) FAIL(one);
      if (table.number_of(other, second) != StringTable::Number(n + 1))
        FAIL(other);
      if (table.number_of(one) != StringTable::Number(n)) FAIL(one);
    }
  }
}

TEST_CASE("strings that differ in one byte, of any length, are two") {
  StringTable table;
  StringTable::Number next = 0;
  for (std::size_t size = 0; size <= 40; ++size) {
    std::string text(size, 'x');
    CHECK(table.number_of(text) == next++);
    for (char& byte : text) {
      byte = 'y';
      if (table.number_of(text) != next++) FAIL(text);
      if (table.find(text) != next - 1) FAIL(text);
      byte = 'x';
    }
  }
}

TEST_CASE("order is that of bytes, beyond the eighth and across zeros") {
  std::vector<std::string> all = {"abcdefghz",  "abcdefgha", "abcdefgh", "ab",
                                  {"ab\0", 3},  "\xff",      "a",        "",
                                  {"ab\0a", 4}, "Z"};
  StringTable table;
  table.number_of("not asked for");
  std::vector<StringTable::Number> numbers;
  for (const auto& text : all) numbers.push_back(table.number_of(text));
  table.sort(numbers);
  std::vector<std::string> found;
  for (const auto number : numbers) found.emplace_back(table[number]);
  std::ranges::sort(all);
  CHECK(found == all);
}

TEST_CASE("a table is empty once cleared, however much it held") {
  StringTable table;
  for (const int count : {100'000, 3, 1'000, 0, 5'000}) {
    std::map<std::string, StringTable::Number> expected;
    for (int n = 0; n < count; ++n) {
      const auto text = fmt::format("t{}", n * 7919 % 40'001);
      const auto next = static_cast<StringTable::Number>(expected.size());
      const auto due = expected.try_emplace(text, next).first->second;
      if (table.number_of(text) != due) FAIL(text);
    }
    CHECK(table.size() == expected.size());
    for (const auto& [text, number] : expected)
      if (table[number] != text) FAIL(text);
    table.clear();
    CHECK(table.size() == 0);
  }
}
