// People in texts of scripts that have no capitals: Arabic and Hebrew, by the
// titles before them and given names; Chinese, Japanese and Korean, by family
// names and the titles around them (ideograph_people.h).
#pragma once

#include <span>

#include "indexer/entities/zone_text.h"

namespace broadsheet {

/// Adds the people whom a title or the form of the name makes sure, and the
/// other mentions of their family names, where no name has been found yet.
void add_native_people(std::span<ZoneText> zones);

}  // namespace broadsheet
