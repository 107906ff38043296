// People in Chinese, Japanese and Korean texts, which put no spaces around
// names or no capitals before them.
#pragma once

#include <span>

#include "indexer/entities/zone_text.h"

namespace broadsheet {

/// Adds people whose family name stands between what is sure of people: a title
/// before or behind, a verb of speech; foreigners by the dot in their names;
/// and where else the story has the same name.
void add_ideograph_people(std::span<ZoneText> zones);

}  // namespace broadsheet
