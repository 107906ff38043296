// Names in the order of the text, none of which shares a word with another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/story.h"

namespace broadsheet {

/// The name that word `at` is a part of, or null.
const StoryName* mention_at(std::span<const StoryName> mentions,
                            std::uint32_t at);

/// Puts `added`, such a list as well, among `mentions`; of these all give way
/// that share a word with one of the added.
void overlay(std::span<const StoryName> added,
             std::vector<StoryName>& mentions);

}  // namespace broadsheet
