#include "searcher/name_lists.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/packed.h"

namespace broadsheet {
namespace {

/// Heaps have the greatest on top: the most stories, then the least number.
bool comes_later(const NumberCount& one, const NumberCount& other) {
  return one.stories != other.stories ? one.stories < other.stories
                                      : one.number > other.number;
}

}  // namespace

MostFirst::MostFirst(std::vector<NumberCount> counts)
    : left_(std::move(counts)) {
  std::ranges::make_heap(left_, comes_later);
}

NumberCount MostFirst::next() {
  std::ranges::pop_heap(left_, comes_later);
  const auto taken = left_.back();
  left_.pop_back();
  return taken;
}

void NameLists::add(std::string_view packed, std::size_t stories) {
  const bool kept = kind_ == EntityKind::kPerson;
  bool named = true;
  each_number(packed, [&](std::uint64_t number) {
    if (number == kContaining) {
      named = false;
      return;
    }
    const auto index = counts_.add(number);
    counts_[index].stories += static_cast<std::uint32_t>(stories);
    counts_[index].named |= named;
    if (kept) kept_.push_back(index);
  });
  if (kept) lists_.push_back({kept_.size(), stories});
}

MostFirst NameLists::by_stories() const {
  std::vector<NumberCount> named;
  std::ranges::copy_if(counts_, std::back_inserter(named), &NumberCount::named);
  return MostFirst(std::move(named));
}

std::vector<std::size_t> NameLists::count(
    const std::vector<std::vector<std::uint64_t>>& groups) const {
  std::vector<std::vector<std::size_t>> groups_of(counts_.size());
  for (std::size_t group = 0; group < groups.size(); ++group)
    for (const auto number : groups[group])
      if (const auto index = counts_.find(number); index != NumberCounts::kNone)
        groups_of[index].push_back(group);
  std::vector<std::size_t> stories(groups.size()), last_list(groups.size());
  std::size_t at = 0, begin = 0;
  for (const auto& [end, of_list] : lists_) {
    ++at;
    for (; begin < end; ++begin)
      for (const auto group : groups_of[kept_[begin]])
        if (std::exchange(last_list[group], at) != at)
          stories[group] += of_list;
  }
  return stories;
}

}  // namespace broadsheet
