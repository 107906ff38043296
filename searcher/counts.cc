#include "searcher/counts.h"

#include <algorithm>
#include <list>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

/// Hands on the values of local stories as they are met. For a remote archive
/// Xapian makes its own spy of this one there, whose counts come at the end.
class SlotSpy : public Xapian::ValueCountMatchSpy {
 public:
  SlotSpy(unsigned slot, const TakeValue& take)
      : ValueCountMatchSpy(slot), slot_(slot), take_(take) {}

  void operator()(const Xapian::Document& story, double) override {
    const auto value = story.get_value(slot_);
    if (!value.empty()) take_(value, 1, &story);
  }

  void take_remote() const {
    for (auto value = values_begin(); value != values_end(); ++value)
      take_(*value, value.get_termfreq(), nullptr);
  }

 private:
  unsigned slot_;
  const TakeValue& take_;
};

Counts by_value(const ValueCounts& counts) {
  return {counts.begin(), counts.end()};
}

Date day_of(const std::string& value) {
  const auto day = parse_iso_date(value);
  if (!day || day->precision != Precision::kDay)
    throw Error("damaged value: a date");
  return *day;
}

/// The period of a precision that begins with this day, if one does.
Date beginning_with(const Date& day, Precision precision) {
  const Date period = precision == Precision::kDay ? day
                      : precision == Precision::kMonth
                          ? Date::of(day.year, day.month)
                          : Date::of(day.year);
  return period.first_day() == day ? period : Date{};
}

/// Takes the stories of one precision out of those that begin and end on each
/// day. A first day is the last only of itself, and the other way round, so of
/// what is left once the finer dates are taken out, a period has the smaller
/// of the stories that begin with it and that end with it.
void take(Counts& begins, Counts& ends, Precision precision, Counts& dates) {
  for (auto& [value, begun] : begins) {
    const Date period = beginning_with(day_of(value), precision);
    if (!period) continue;
    const auto ended = ends.find(compact(period.last_day()));
    if (ended == ends.end()) continue;
    const auto stories = std::min(begun, ended->second);
    if (stories == 0) continue;
    dates[to_string(period)] = stories;
    begun -= stories;
    ended->second -= stories;
  }
}

}  // namespace

std::size_t each_value(const Xapian::Database& database,
                       const Xapian::Query& query,
                       const std::map<unsigned, TakeValue>& slots) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::list<SlotSpy> spies;  // Xapian keeps their addresses
  for (const auto& [slot, take] : slots)
    enquire.add_matchspy(&spies.emplace_back(slot, take));
  const auto found = enquire.get_mset(0, 0, database.get_doccount());
  for (const auto& spy : spies) spy.take_remote();
  return found.get_matches_estimated();
}

SlotCounts slot_counts(const Xapian::Database& database,
                       const Xapian::Query& query,
                       const std::vector<unsigned>& slots) {
  SlotCounts counts;
  std::map<unsigned, TakeValue> takers;
  for (const auto slot : slots)
    takers[slot] = [&of_slot = counts.slots[slot]](
                       const std::string& value, std::size_t stories,
                       const Xapian::Document*) { of_slot[value] += stories; };
  counts.total = each_value(database, query, takers);
  return counts;
}

Counts counts_by_date(const SlotCounts& counts) {
  Counts begins = by_value(counts.slots.at(kSlotDateBegin));
  Counts ends = by_value(counts.slots.at(kSlotDateEnd));
  std::size_t undated = counts.total;
  for (const auto& [day, stories] : begins) undated -= stories;
  Counts dates;
  for (const auto precision :
       {Precision::kDay, Precision::kMonth, Precision::kYear})
    take(begins, ends, precision, dates);
  for (const auto* left : {&begins, &ends})
    for (const auto& [day, stories] : *left)
      if (stories > 0) throw Error("damaged value: a date of no such period");
  if (undated > 0) dates[""] = undated;
  return dates;
}

Date date_of(const Xapian::Document& story) {
  const auto begin = story.get_value(kSlotDateBegin);
  const auto end = story.get_value(kSlotDateEnd);
  if (begin.empty() && end.empty()) return {};
  const Date day = day_of(begin);
  if (begin == end) return day;
  for (const auto precision : {Precision::kMonth, Precision::kYear})
    if (const Date period = beginning_with(day, precision);
        period && compact(period.last_day()) == end)
      return period;
  throw Error("damaged value: a date of no such period");
}

Counts dates_of(const Xapian::Database& database, const Xapian::Query& query) {
  return counts_by_date(slot_counts(database, query, kDateSlots));
}

std::pair<std::string, std::string> first_and_last(const Counts& dates) {
  const auto first = dates.upper_bound("");
  if (first == dates.end()) return {};
  return {first->first, dates.rbegin()->first};
}

}  // namespace broadsheet
