// Places in texts of other scripts than Latin, by the gazetteer's native names.
#pragma once

#include "indexer/entities/zone_text.h"

namespace broadsheet {

class Gazetteer;

/// Adds the countries, provinces and large towns that the zone names in
/// Cyrillic, Greek, Arabic, Hebrew, Chinese, Japanese or Korean letters, where
/// no name has been found yet.
void add_native_places(ZoneText& zone, const Gazetteer& gazetteer);

}  // namespace broadsheet
