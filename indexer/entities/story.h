// The words of one story that may belong to names, and what is said of each.
// Both passes over a story work on it; so does the trainer.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/region_finder.h"
#include "indexer/entities/tagger.h"

namespace broadsheet {

struct StoryWord {
  std::uint64_t form = 0;
  std::uint32_t token = 0;  ///< index among the story's tokens
  std::uint32_t classes = 0;
  SmallShare small = SmallShare::kUnknown;
  Coarse coarse = Coarse::kNothing;
  PhraseClass phrase = PhraseClass::kNone;  ///< it is a part of
  bool opens_phrase = false;
  bool capital = false;
  bool opens_region = false;
  std::uint8_t label = 0;

  bool has(WordClass c) const {
    return (classes >> static_cast<unsigned>(c) & 1) != 0;
  }
};

/// A name by the first and the end of its words.
struct StoryName {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Label kind = Label::kMisc;
};

/// Appends the region's words.
void append(const FoundRegion& found, std::vector<StoryWord>& words);

/// The names that the labels spell out.
void read_mentions(std::span<const StoryWord> words,
                   std::vector<StoryName>& mentions);

/// Sets the labels to spell out these names.
void write_mentions(std::span<const StoryName> mentions,
                    std::span<StoryWord> words);

}  // namespace broadsheet
