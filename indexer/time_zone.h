// Days and hours of other parts of the world, as ICU knows their zones.
#pragma once

#include <cstdint>
#include <string>

#include "common/text/date.h"

namespace broadsheet {

/// "Africa/Cairo": a name of the IANA time zone database, or "UTC".
bool is_time_zone(const std::string& name);

/// The day there at a moment, in seconds since 1970.
Date day_in_zone(const std::string& zone, std::int64_t seconds);

/// "YYYYMMDDhhmmss" of a clock there as the same of UTC.
std::string utc_of_zone(const std::string& zone, const std::string& stamp);

}  // namespace broadsheet
