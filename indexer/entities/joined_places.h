// Places that were taken for one, or with words behind them.
#pragma once

#include <cstdint>
#include <span>

#include "indexer/entities/story.h"

namespace broadsheet {

/// The words between two names, [begin, end), of which there may be none.
struct Joint {
  std::uint32_t begin, end;
};

/// The "and" of "the West Bank and Gaza", the "for" of "left Paris for Rome",
/// nothing behind the "Rochester" of "Rochester NY"; or the mention's end.
Joint joint_of_places(std::span<const StoryWord> words,
                      const StoryName& mention);

/// The end of the town in "Washington D C Today", taken for a person or a
/// place; or the mention's begin.
std::uint32_t end_of_capital(std::span<const StoryWord> words,
                             const StoryName& mention);

}  // namespace broadsheet
