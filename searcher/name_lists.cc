#include "searcher/name_lists.h"

#include <algorithm>
#include <unordered_map>

#include "common/index/packed.h"

namespace broadsheet {

NameLists::NameLists(const ValueCounts& counts) {
  lists_.reserve(counts.size());
  for (const auto& [packed, stories] : counts) {
    const auto list = unpack_numbers(packed);
    numbers_.insert(numbers_.end(), list.begin(), list.end());
    lists_.emplace_back(numbers_.size(), stories);
  }
}

std::vector<NumberCount> NameLists::by_stories() const {
  struct Count {
    std::size_t stories = 0;
    bool named = false;
  };
  std::unordered_map<std::uint64_t, Count> counts;
  each([&](std::span<const std::uint64_t> list, std::size_t stories) {
    bool named = true;
    for (const auto number : list) {
      if (number == kContaining) {
        named = false;
        continue;
      }
      auto& count = counts[number];
      count.stories += stories;
      count.named |= named;
    }
  });
  std::vector<NumberCount> sorted;
  for (const auto& [number, count] : counts)
    if (count.named) sorted.emplace_back(number, count.stories);
  std::ranges::sort(sorted, {}, [](const NumberCount& row) {
    return std::pair(-static_cast<long>(row.second), row.first);
  });
  return sorted;
}

std::vector<std::size_t> NameLists::count(
    const std::vector<std::vector<std::uint64_t>>& groups) const {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> groups_of;
  for (std::size_t group = 0; group < groups.size(); ++group)
    for (const auto number : groups[group]) groups_of[number].push_back(group);
  std::vector<std::size_t> stories(groups.size()), last_list(groups.size());
  std::size_t at = 0;
  each([&](std::span<const std::uint64_t> list, std::size_t of_list) {
    ++at;
    for (const auto number : list) {
      const auto found = groups_of.find(number);
      if (found == groups_of.end()) continue;
      for (const auto group : found->second)
        if (std::exchange(last_list[group], at) != at)
          stories[group] += of_list;
    }
  });
  return stories;
}

}  // namespace broadsheet
