// The solar calendar by which Persian newspapers are dated.
#pragma once

#include <optional>

#include "common/text/date.h"

namespace broadsheet {

/// The same day in our calendar; nothing for a day that does not exist.
std::optional<Date> gregorian(int solar_year, int month, int day);

}  // namespace broadsheet
