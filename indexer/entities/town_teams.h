// Teams that go by their town's name, in news of sport.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// Where the zone has teams that are called like towns, the "Texas" of "downed
/// Texas" is one, and so are those behind players' names, "(Tenerife)", where
/// most of these are clubs; where most are countries none is.
void mark_town_teams(const TokenText& story, std::span<const StoryWord> words,
                     std::vector<StoryName>& mentions);

}  // namespace broadsheet
