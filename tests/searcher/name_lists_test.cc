// Counting numbers in lists against counting them one by one.
#include "searcher/name_lists.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "common/cli/error.h"
#include "common/index/packed.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

using Numbers = std::vector<std::uint64_t>;

/// Lists of few and of many different numbers, small ones and digests.
std::vector<Numbers> some_lists() {
  std::mt19937_64 random(1);
  std::vector<Numbers> lists;
  for (int list = 0; list < 3000; ++list) {
    std::set<std::uint64_t> numbers;
    for (int i = 0; i < list % 7; ++i) {
      numbers.insert(1 + random() % 50);
      numbers.insert(random() | 1);
    }
    lists.emplace_back(numbers.begin(), numbers.end());
    std::ranges::shuffle(lists.back(), random);
  }
  return lists;
}

std::vector<std::pair<std::uint64_t, std::size_t>> taken(MostFirst numbers) {
  std::vector<std::pair<std::uint64_t, std::size_t>> all;
  while (numbers.size() > 0) {
    const auto next = numbers.next();
    all.emplace_back(next.number, next.stories);
  }
  return all;
}

TEST_CASE("numbers are counted, most stories first, then the least") {
  NameLists lists(EntityKind::kOrg);
  std::map<std::uint64_t, std::size_t> counts;
  std::size_t stories = 0;
  for (const auto& list : some_lists()) {
    stories = stories % 3 + 1;
    lists.add(pack_numbers(list), stories);
    for (const auto number : list) counts[number] += stories;
  }
  std::vector<std::pair<std::uint64_t, std::size_t>> expected(counts.begin(),
                                                              counts.end());
  std::ranges::sort(expected, {}, [](const auto& count) {
    return std::pair(-static_cast<long>(count.second), count.first);
  });
  REQUIRE(expected.size() > 5000);
  CHECK(taken(lists.by_stories()) == expected);
}

TEST_CASE("a group is counted once a story, however many of it are there") {
  NameLists lists(EntityKind::kPerson);
  const auto all = some_lists();
  for (const auto& list : all) lists.add(pack_numbers(list), 1);
  const std::vector<Numbers> groups = {
      {1, 2, 3}, {3}, {}, {4, all.back().front(), 51}, {99}};
  std::vector<std::size_t> expected;
  for (const auto& group : groups)
    expected.push_back(
        static_cast<std::size_t>(std::ranges::count_if(all, [&](auto& list) {
          return std::ranges::find_first_of(list, group) != list.end();
        })));
  REQUIRE(expected[0] > expected[1]);
  CHECK(lists.count(groups) == expected);
}

TEST_CASE("a place counts where it is named or contains what is") {
  NameLists lists(EntityKind::kPlace);
  lists.add(pack_numbers(Numbers{7, kContaining, 8, 9}), 2);
  lists.add(pack_numbers(Numbers{8, kContaining, 9}), 3);
  // 9 is named nowhere.
  CHECK(taken(lists.by_stories()) ==
        std::vector<std::pair<std::uint64_t, std::size_t>>{{8, 5}, {7, 2}});
}

TEST_CASE("dates are those of all stories that any of the numbers is in") {
  NameLists lists(EntityKind::kOrg);
  lists.add(pack_numbers(Numbers{7, 8}), Date::of(1987, 3));
  lists.add(pack_numbers(Numbers{8}), Date::of(1987, 3, 2));
  lists.add(pack_numbers(Numbers{9}), Date{});
  CHECK(lists.dated());
  const auto span = [&](const Numbers& numbers) {
    const auto [first, last] = lists.span(numbers);
    return to_string(first) + ".." + to_string(last);
  };
  CHECK(span({7}) == "1987-03..1987-03");
  CHECK(span({9, 8}) == "1987-03..1987-03-02");
  CHECK(span({9, 99}) == "..");
  lists.add(pack_numbers(Numbers{7}), 2);
  CHECK_FALSE(lists.dated());
}

TEST_CASE("a damaged list is an error") {
  NameLists lists(EntityKind::kPerson);
  CHECK_THROWS_AS(lists.add("1234567", 1), Error);
}

}  // namespace
}  // namespace broadsheet
