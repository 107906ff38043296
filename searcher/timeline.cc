#include "searcher/timeline.h"

#include <optional>
#include <string>

namespace broadsheet {
namespace {

constexpr std::string_view kUndated = "undated";

/// Characters of a date so precise.
constexpr std::size_t length_of(Precision precision) {
  return precision == Precision::kYear    ? 4
         : precision == Precision::kMonth ? 7
                                          : 10;
}

Date next(const Date& day, Precision by) {
  if (by == Precision::kDay) return day.plus_days(1);
  return day.plus_months(by == Precision::kMonth ? 1 : 12);
}

/// Dates cut to a length; shorter ones stay what they are.
Counts cut(const Counts& dates, std::size_t length) {
  Counts periods;
  for (const auto& [date, stories] : dates)
    periods[date.substr(0, length)] += stories;
  return periods;
}

/// Adds the periods between the first and the last, with no stories.
void fill(Counts& periods, Precision by) {
  const auto length = length_of(by);
  std::optional<std::string> first, last;
  for (const auto& [period, stories] : periods) {
    if (period.size() != length) continue;
    if (!first) first = period;
    last = period;
  }
  if (!first) return;
  auto day = parse_iso_date(*first)->first_day();
  for (auto period = *first; period != *last;
       period = to_string(day).substr(0, length)) {
    periods.try_emplace(period);
    day = next(day, by);
  }
}

}  // namespace

std::vector<TimelineRow> timeline_rows(const Counts& found, const Counts& all,
                                       Precision by) {
  const auto of_all = cut(all, length_of(by));
  auto periods = cut(found, length_of(by));
  fill(periods, by);
  std::vector<TimelineRow> rows;
  const auto add = [&](const std::string& period, std::string_view name) {
    const auto at = of_all.find(period);
    rows.push_back({std::string(name),
                    {},
                    periods.at(period),
                    at == of_all.end() ? 0 : at->second});
  };
  for (const auto& [period, stories] : periods)
    if (!period.empty()) add(period, period);
  if (periods.contains("")) add("", kUndated);
  return rows;
}

std::vector<TimelineRow> timeline_rows(const std::vector<TimelineRow>& whole,
                                       const std::string& value,
                                       const Counts& found, Precision by) {
  const auto periods = cut(found, length_of(by));
  std::vector<TimelineRow> rows;
  for (const auto& [period, none, all, of] : whole) {
    const auto at = periods.find(period == kUndated ? "" : period);
    rows.push_back({period, value, at == periods.end() ? 0 : at->second, of});
  }
  return rows;
}

}  // namespace broadsheet
