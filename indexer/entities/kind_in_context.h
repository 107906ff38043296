// What the words around a name say of its kind.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// The mention's kind, or another: the "Rezazadeh" of "a mistake by Rezazadeh"
/// is no place, the "Elena" of "the frigate Elena" nobody. `families` are last
/// words of the story's full names.
Label kind_in_context(const TokenText& story, std::span<const StoryWord> words,
                      const std::set<std::uint64_t>& families,
                      const StoryName& mention);

/// Adds the "Sumita" of "Sumita welcomes the accord", taken for nothing.
void add_speakers(const TokenText& story, std::span<const StoryWord> words,
                  std::vector<StoryName>& mentions);

}  // namespace broadsheet
