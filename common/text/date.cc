// Days as numbers, by Howard Hinnant's civil-calendar arithmetic in <chrono>.
#include "common/text/date.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include <fmt/compile.h>

namespace broadsheet {
namespace {

namespace chrono = std::chrono;

int last_day_of(int year, int month) {
  const auto last = chrono::year_month_day_last(
      chrono::year(year),
      chrono::month_day_last(chrono::month(static_cast<unsigned>(month))));
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::string_view to_string(Precision precision) {
  static constexpr std::string_view kNames[] = {"none", "year", "month", "day"};
  return kNames[static_cast<std::size_t>(precision)];
}

Date Date::of(int year, int month, int day) {
  Date date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  date.precision = Precision::kDay;
  return date;
}

Date Date::of(int year, int month) {
  Date date = of(year, month, 0);
  date.precision = Precision::kMonth;
  return date;
}

Date Date::of(int year) {
  Date date = of(year, 0, 0);
  date.precision = Precision::kYear;
  return date;
}

Date Date::first_day() const {
  return of(year, month ? month : 1, day ? day : 1);
}

Date Date::last_day() const {
  const int in_month = month ? month : 12;
  return of(year, in_month, day ? day : last_day_of(year, in_month));
}

Date Date::plus_days(int n) const {
  const chrono::sys_days start = chrono::year(year) / month / day;
  const chrono::year_month_day then = start + chrono::days(n);
  return of(static_cast<int>(then.year()),
            static_cast<int>(static_cast<unsigned>(then.month())),
            static_cast<int>(static_cast<unsigned>(then.day())));
}

Date Date::plus_months(int n) const {
  const int months = year * 12 + (month - 1) + n;
  const int to_year = months / 12;
  const int to_month = months % 12 + 1;
  return of(to_year, to_month,
            std::min<int>(day, last_day_of(to_year, to_month)));
}

bool valid(const Date& date) {
  if (date.precision == Precision::kNone) return false;
  if (date.year < 1 || date.year > 9999) return false;
  if (date.precision == Precision::kYear) return !date.month && !date.day;
  if (date.month < 1 || date.month > 12) return false;
  if (date.precision == Precision::kMonth) return !date.day;
  return date.day >= 1 && date.day <= last_day_of(date.year, date.month);
}

std::string to_string(const Date& date) {
  switch (date.precision) {
    case Precision::kNone:
      return {};
    case Precision::kYear:
      return fmt::format("{:04}", date.year);
    case Precision::kMonth:
      return fmt::format("{:04}-{:02}", date.year, date.month);
    case Precision::kDay:
      break;
  }
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  const bool dashed = text.size() == 10 && text[4] == '-' && text[7] == '-';
  std::string digits(text);
  if (dashed) std::erase(digits, '-');
  if (!dashed && text.size() == 7 && text[4] == '-') digits.erase(4, 1);
  if (!all_digits(digits)) return std::nullopt;
  const int year = number(std::string_view(digits).substr(0, 4));
  Date date;
  if (digits.size() == 8) {
    date = Date::of(year, number(digits.substr(4, 2)),
                    number(digits.substr(6, 2)));
  } else if (text.size() == 7) {
    date = Date::of(year, number(digits.substr(4, 2)));
  } else if (text.size() == 4) {
    date = Date::of(year);
  }
  return valid(date) ? std::optional(date) : std::nullopt;
}

std::string compact(const Date& day) {
  return fmt::format(FMT_COMPILE("{:04}{:02}{:02}"), day.year, day.month,
                     day.day);
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  return Date::of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace broadsheet
