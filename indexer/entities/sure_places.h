// Places that are sure whatever the model says.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// Adds countries and towns whose names mean hardly anything else.
void add_sure_places(std::span<const StoryWord> words,
                     std::vector<StoryName>& mentions);

/// Adds the "Dallas" of "a Dallas-based company", whatever else it may name.
void add_bases(const TokenText& story, std::span<const StoryWord> words,
               std::vector<StoryName>& mentions);

}  // namespace broadsheet
