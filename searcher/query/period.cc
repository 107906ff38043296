#include "searcher/query/period.h"

#include <charconv>

#include "common/text/fold.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMaxDigits = 4;

/// `-7d`: so many days, weeks, months or years before today.
std::optional<Date> parse_ago(std::string_view text, const Date& today) {
  if (text.size() < 3 || text.size() > kMaxDigits + 2 || text.front() != '-')
    return std::nullopt;
  int n = 0;
  const char* unit = &text.back();
  const auto [stop, error] = std::from_chars(text.data() + 1, unit, n);
  if (error != std::errc() || stop != unit || n < 0) return std::nullopt;
  switch (*unit) {
    case 'd':
      return today.plus_days(-n);
    case 'w':
      return today.plus_days(-7 * n);
    case 'm':
      return today.plus_months(-n);
    case 'y':
      return today.plus_months(-12 * n);
    default:
      return std::nullopt;
  }
}

std::optional<Date> parse_date(std::string_view text, const Date& today) {
  if (text == "today") return today;
  if (text == "yesterday") return today.plus_days(-1);
  if (const auto ago = parse_ago(text, today)) return ago;
  return parse_iso_date(text);
}

}  // namespace

std::optional<Period> parse_period(std::string_view typed, const Date& today) {
  const auto date = parse_date(fold(typed), today);
  if (!date || !valid(*date)) return std::nullopt;
  return Period{date->first_day(), date->last_day()};
}

}  // namespace broadsheet
