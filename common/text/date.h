// A calendar day as a story prints it, with the precision it was given in.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

enum class Precision : std::uint8_t { kNone, kYear, kMonth, kDay };

/// "none", "year", "month" or "day".
std::string_view to_string(Precision precision);

/// A date of the Gregorian calendar, never converted between time zones. Parts
/// finer than the precision are 0; a default Date is "no date".
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  Precision precision = Precision::kNone;

  /// A date of day precision; the parts are taken as they are.
  static Date of(int year, int month, int day);
  static Date of(int year, int month);
  static Date of(int year);

  explicit operator bool() const { return precision != Precision::kNone; }
  bool operator==(const Date&) const = default;

  /// The first and the last day of the period, both of day precision.
  Date first_day() const;
  Date last_day() const;
  /// The day `n` days later; day precision only.
  Date plus_days(int n) const;
  /// The same day `n` months later, cut to that month's last day.
  Date plus_months(int n) const;
};

/// Is it a day (month, year) that exists, from year 1 to 9999?
bool valid(const Date& date);

/// "1987-02-26", "1987-02", "1987" or "" as the precision says.
std::string to_string(const Date& date);

/// Strict ISO: "1987", "1987-02", "1987-02-26" and "19870226"; else nothing.
std::optional<Date> parse_iso_date(std::string_view text);

/// Eight digits for a day that sorts as text: "19870226".
std::string compact(const Date& day);

/// Today in the machine's own time zone.
Date today();

}  // namespace broadsheet
