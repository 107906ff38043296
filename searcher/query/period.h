// The days that a typed date names.
#pragma once

#include <optional>
#include <string_view>

#include "common/text/date.h"

namespace broadsheet {

/// Both days belong to it; in a query either may be "no date": open.
struct Period {
  Date from, to;

  bool operator==(const Period&) const = default;
};

/// How a date may be typed, for messages.
inline constexpr std::string_view kDateSpellings =
    "1987, 1987-03, 1987-03-26, today, yesterday, -7d, -2w, -3m, -1y";

/// The days of one date, which has one of the above spellings in letters of
/// either case: a whole year, a month, a day; -7d is the day a week ago.
/// Nothing for what is no date, or none of the years 1 to 9999.
std::optional<Period> parse_period(std::string_view typed, const Date& today);

}  // namespace broadsheet
