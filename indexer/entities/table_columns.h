// Names in the columns of a table.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// Cuts names at the gaps between columns: "Ivan Kulik    USSR    Murmansk".
/// A country by itself, and a place behind a person, is a place. In a text
/// without a comma two spaces part people and places as well; what stands by
/// itself then is a person only if the word is a name. `storms` are the names
/// of hurricanes.
void part_columns(const TokenText& story, std::span<const StoryWord> words,
                  const std::set<std::uint64_t>& storms,
                  std::vector<StoryName>& mentions);

}  // namespace broadsheet
