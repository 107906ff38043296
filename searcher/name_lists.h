// The people, places or organisations of many stories, as lists of numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "searcher/counts.h"

namespace broadsheet {

/// A number and in how many stories it is.
using NumberCount = std::pair<std::uint64_t, std::size_t>;

/// The distinct lists of a slot, and how many stories have each.
class NameLists {
 public:
  explicit NameLists(const ValueCounts& counts);

  /// Calls `visit(span of numbers, stories)` for each list.
  template <typename Visit>
  void each(Visit visit) const {
    std::size_t begin = 0;
    for (const auto& [end, stories] : lists_) {
      visit(std::span(numbers_).subspan(begin, end - begin), stories);
      begin = end;
    }
  }

  /// What the stories name, most stories first, then by number. Of places,
  /// those that are named, counted also where what lies in them is.
  std::vector<NumberCount> by_stories() const;

  /// In how many stories any number of each group is; a number may be in
  /// several groups.
  std::vector<std::size_t> count(
      const std::vector<std::vector<std::uint64_t>>& groups) const;

 private:
  std::vector<std::uint64_t> numbers_;                      ///< all the lists
  std::vector<std::pair<std::size_t, std::size_t>> lists_;  ///< end, stories
};

}  // namespace broadsheet
