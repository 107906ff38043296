// What the gazetteer says of names that the tagger cannot judge by itself.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/entities/zone_text.h"

namespace broadsheet {

class Gazetteer;

/// Does the word say what a place is, or where: "gulf", "west"? Alone it names
/// none, whatever county or province is called so, unless it has an article.
bool is_place_word(std::string_view folded);

/// What to look a name up by: "the gulf" for Gulf, as it is the Persian one;
/// "louisiana" for La.
std::string name_in_gazetteer(const Gazetteer& gazetteer,
                              std::string_view name);

/// Labels as no places ("Richter", "Pennzoil") names that the gazetteer does
/// not know, unless a mention of the name is in, near or west of something, on
/// somebody's way, a village or a river, or stands in a list of places; those
/// that begin with a given name become people. Bodies that the gazetteer has as
/// towns become places by the same witness. Adjectives of countries become
/// nationalities. "The Mediterranean" becomes a place.
void settle_places(std::span<ZoneText> zones, const Gazetteer& gazetteer);

}  // namespace broadsheet
