// The names of months and weekdays in the languages of the press.
#pragma once

#include <string_view>

namespace broadsheet {

/// What month_named() says of a weekday.
inline constexpr int kWeekday = -2;

/// Months of the Persian solar calendar are counted on from here.
inline constexpr int kSolar = 20;

/// The month that a word names, in any case and with or without accents and
/// dots: in `language`, else in any; kSolar + 1 for Farvardin, kWeekday for a
/// weekday, else 0.
int month_named(std::string_view word, std::string_view language);

}  // namespace broadsheet
