// People whom a text that has lost its punctuation runs together.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "indexer/entities/story.h"

namespace broadsheet {

/// Where people stand.
struct PeopleAround {
  /// Last words of the story's full names: two of them in a row are two people.
  const std::set<std::uint64_t>& families;
  bool bare;  ///< the text has no commas and no points
};

/// Parts "Edward Kennedy Congressman Stephen Lynch" and takes the party and
/// the state off "Carl Levin D Mich", the verb off "LEVIN URGES". A bare text
/// may run any names together, "Laura Capps Melissa Wagoner", and have people
/// taken for a body: "Senators Carl Levin D MI and Jack Reed D RI".
void part_people(std::span<const StoryWord> words, const PeopleAround& around,
                 std::vector<StoryName>& mentions);

}  // namespace broadsheet
