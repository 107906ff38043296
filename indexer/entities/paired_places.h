// Places that were taken for others, by what stands beside them.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// The "Kavaja" of "Kavaja and Shijak vote in May": a word that is in no list
/// of names and ends no person's name in the story is a place beside a town, or
/// with "in" before it.
void mark_paired_places(const TokenText& story,
                        std::span<const StoryWord> words,
                        const std::set<std::uint64_t>& families,
                        std::vector<StoryName>& mentions);

/// Towns and states before a postal code, "Washington, DC 20529", are places,
/// whatever they were taken for.
void mark_addresses(const TokenText& story, std::span<const StoryWord> words,
                    std::vector<StoryName>& mentions);

/// The "OR" of "Sen. Jan Holm (R-OR)" is Oregon.
void mark_party_states(const TokenText& story, std::span<const StoryWord> words,
                       std::vector<StoryName>& mentions);

/// Do a party's letter and a hyphen stand there, "D-"?
bool follows_party(std::string_view before);

}  // namespace broadsheet
