// Counties that a text enumerates: "Anson, Davidson and Polk counties".
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// The names in a list of two and more before "counties", or behind "counties
/// of", "counties:", "counties that will benefit include", are places, whatever
/// they were taken for.
void mark_county_lists(const TokenText& story, std::span<const StoryWord> words,
                       std::vector<StoryName>& mentions);

}  // namespace broadsheet
