#include "indexer/formats/solar_calendar.h"

#include <chrono>
#include <memory>

#include <unicode/calendar.h>

namespace broadsheet {

std::optional<Date> gregorian(int solar_year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      icu::TimeZone::getGMT()->clone(), icu::Locale("fa@calendar=persian"),
      status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->setLenient(false);
  calendar->clear();
  calendar->set(solar_year, month - 1, day);
  const UDate time = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  namespace chrono = std::chrono;
  const chrono::year_month_day date =
      chrono::floor<chrono::days>(chrono::sys_time<chrono::milliseconds>(
          chrono::milliseconds(static_cast<long long>(time))));
  return Date::of(static_cast<int>(date.year()),
                  static_cast<int>(static_cast<unsigned>(date.month())),
                  static_cast<int>(static_cast<unsigned>(date.day())));
}

}  // namespace broadsheet
