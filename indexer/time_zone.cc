#include "indexer/time_zone.h"

#include <fmt/chrono.h>
#include <unicode/timezone.h>

#include <chrono>
#include <memory>

namespace broadsheet {
namespace {

namespace chrono = std::chrono;

std::unique_ptr<icu::TimeZone> zone_of(const std::string& name) {
  return std::unique_ptr<icu::TimeZone>(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
}

/// Seconds that a clock there is before UTC at a moment, which is that of UTC
/// or, `local`, that of the clock.
std::int64_t offset(const icu::TimeZone& zone, std::int64_t seconds,
                    bool local) {
  std::int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(static_cast<UDate>(seconds) * 1000, local, raw, summer,
                 status);
  return U_FAILURE(status) ? 0 : (raw + summer) / 1000;
}

}  // namespace

bool is_time_zone(const std::string& name) {
  return *zone_of(name) != icu::TimeZone::getUnknown();
}

Date day_in_zone(const std::string& zone, std::int64_t seconds) {
  const chrono::seconds local(seconds + offset(*zone_of(zone), seconds, false));
  const auto days = chrono::floor<chrono::days>(local).count();
  return Date::of(1970, 1, 1).plus_days(static_cast<int>(days));
}

std::string utc_of_zone(const std::string& zone, const std::string& stamp) {
  const auto number = [&](std::size_t at, std::size_t count) {
    return std::stoi(stamp.substr(at, count));
  };
  const chrono::sys_days day =
      chrono::year(number(0, 4)) /
      chrono::month(static_cast<unsigned>(number(4, 2))) /
      chrono::day(static_cast<unsigned>(number(6, 2)));
  const auto clock = chrono::sys_seconds(day) + chrono::hours(number(8, 2)) +
                     chrono::minutes(number(10, 2)) +
                     chrono::seconds(number(12, 2));
  const std::int64_t local = clock.time_since_epoch().count();
  const std::int64_t seconds = local - offset(*zone_of(zone), local, true);
  return fmt::format("{:%Y%m%d%H%M%S}",
                     chrono::sys_seconds(chrono::seconds(seconds)));
}

}  // namespace broadsheet
