// What the gazetteer says of names that the tagger cannot judge by itself.
#pragma once

#include <span>

#include "indexer/entities/zone_text.h"

namespace broadsheet {

class Gazetteer;

/// Labels as no places ("Richter", "Pennzoil") names that the gazetteer does
/// not know, unless a mention of the name is in, near or west of something,
/// a village or a river, or stands in a list of places. Adjectives of
/// countries become nationalities. "The Mediterranean" becomes a place.
void settle_places(std::span<ZoneText> zones, const Gazetteer& gazetteer);

}  // namespace broadsheet
