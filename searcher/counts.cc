#include "searcher/counts.h"

#include <algorithm>
#include <list>

#include "common/cli/error.h"
#include "common/text/date.h"

namespace broadsheet {
namespace {

ValueCounts counts_of(const Xapian::ValueCountMatchSpy& spy) {
  ValueCounts counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
    counts.emplace_back(*value, value.get_termfreq());
  return counts;
}

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

SlotCounts slot_counts(const Xapian::Database& database,
                       const Xapian::Query& query,
                       const std::vector<unsigned>& slots) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::list<Xapian::ValueCountMatchSpy> spies;  // Xapian keeps their addresses
  for (const auto slot : slots) enquire.add_matchspy(&spies.emplace_back(slot));
  const auto found = enquire.get_mset(0, 0, database.get_doccount());
  SlotCounts counts;
  counts.total = found.get_matches_estimated();
  auto spy = spies.begin();
  for (const auto slot : slots) counts.slots[slot] = counts_of(*spy++);
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

Counts dates_of(const Xapian::Database& database, const Xapian::Query& query) {
  return counts_by_date(slot_counts(database, query, kDateSlots));
}

std::pair<std::string, std::string> first_and_last(const Counts& dates) {
  const auto first = dates.upper_bound("");
  if (first == dates.end()) return {};
  return {first->first, dates.rbegin()->first};
}

}  // namespace broadsheet
