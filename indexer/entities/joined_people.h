// People whom a text that has lost its punctuation runs together.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "indexer/entities/story.h"

namespace broadsheet {

/// Parts "Edward Kennedy Congressman Stephen Lynch" and takes the party and
/// the state off "Carl Levin D Mich", the verb off "LEVIN URGES". `families`
/// are last words of the story's full names: two of them in a row are two
/// people.
void part_people(std::span<const StoryWord> words,
                 const std::set<std::uint64_t>& families,
                 std::vector<StoryName>& mentions);

}  // namespace broadsheet
