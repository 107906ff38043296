// The people, places or organisations of many stories, as lists of numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/news/entity.h"
#include "common/text/date.h"
#include "searcher/number_counts.h"

namespace broadsheet {

/// Numbers, most stories first, then by number; only as many are put in order
/// as are taken.
class MostFirst {
 public:
  explicit MostFirst(std::vector<NumberCount> counts);

  std::size_t size() const { return left_.size(); }
  /// Takes the next; there is one.
  NumberCount next();

 private:
  std::vector<NumberCount> left_;  ///< a heap
};

/// The dates between which stories lie; none is dated where `last` is none.
struct DateSpan {
  Date first, last;

  void add(const Date& date);
  void add(const DateSpan& other);
};

/// The lists of a slot, added story by story.
class NameLists {
 public:
  /// Several numbers may be one person: for people, the lists are kept.
  explicit NameLists(EntityKind kind) : kind_(kind) {}

  EntityKind kind() const { return kind_; }

  /// A packed list that so many stories have.
  void add(std::string_view packed, std::size_t stories);
  /// That of one story of this date.
  void add(std::string_view packed, const Date& date);

  /// What the stories name. Of places, those that are named, counted also
  /// where what lies in them is.
  MostFirst by_stories() const;

  /// Does span() know the dates of all stories?
  bool dated() const { return dated_; }
  /// The dates of the stories that any of the numbers is in.
  DateSpan span(const std::vector<std::uint64_t>& numbers) const;

  /// In how many stories any number of each group of people is; a number may be
  /// in several groups.
  std::vector<std::size_t> count(
      const std::vector<std::vector<std::uint64_t>>& groups) const;

 private:
  template <typename Take>
  void add(std::string_view packed, std::size_t stories, Take take);

  struct List {
    std::size_t end;  ///< in kept_
    std::size_t stories;
  };

  EntityKind kind_;
  NumberCounts counts_;
  std::vector<DateSpan> spans_;  ///< by index; of what came with dates
  bool dated_ = true;
  std::vector<std::uint32_t> kept_;  ///< all the lists, as indexes
  std::vector<List> lists_;
};

}  // namespace broadsheet
