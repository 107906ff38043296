#include "searcher/name_lists.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "common/index/packed.h"

namespace broadsheet {
namespace {

/// Heaps have the greatest on top: the most stories, then the least number.
bool comes_later(const NumberCount& one, const NumberCount& other) {
  return one.stories != other.stories ? one.stories < other.stories
                                      : one.number > other.number;
}

/// A period is before what lies in it.
bool earlier(const Date& one, const Date& other) {
  return std::tie(one.year, one.month, one.day) <
         std::tie(other.year, other.month, other.day);
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

void DateSpan::add(const Date& date) {
  if (!date) return;
  if (!first || earlier(date, first)) first = date;
  if (!last || earlier(last, date)) last = date;
}

void DateSpan::add(const DateSpan& other) {
  add(other.first);
  add(other.last);
}

/// Hands the index of each number to `take`.
template <typename Take>
void NameLists::add(std::string_view packed, std::size_t stories, Take take) {
  each_number(packed, [&](std::uint64_t number) { counts_.prefetch(number); });
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
    take(index);
    if (kept) kept_.push_back(index);
  });
  if (kept) lists_.push_back({kept_.size(), stories});
}

void NameLists::add(std::string_view packed, std::size_t stories) {
  add(packed, stories, [](std::uint32_t) {});
  dated_ = false;
}

void NameLists::add(std::string_view packed, const Date& date) {
  add(packed, 1, [&](std::uint32_t index) {
    if (spans_.size() <= index) spans_.resize(index + 1);
    spans_[index].add(date);
  });
}

DateSpan NameLists::span(const std::vector<std::uint64_t>& numbers) const {
  DateSpan all;
  for (const auto number : numbers)
    if (const auto index = counts_.find(number); index < spans_.size())
      all.add(spans_[index]);
  return all;
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
