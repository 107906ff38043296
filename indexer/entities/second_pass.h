// Labels the words of a story once more, now knowing how the whole of it was
// labelled.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/decoder.h"
#include "indexer/entities/votes.h"

namespace broadsheet {

/// A first-pass score as it counts in the second.
inline std::int16_t carried_over(std::int16_t score) {
  return static_cast<std::int16_t>(score * 179 >> 8);
}

class SecondPass {
 public:
  explicit SecondPass(const TaggerModel& model)
      : model_(model), decoder_(model) {}

  void relabel(std::span<StoryWord> words, std::span<const Sum> scores);

 private:
  Sum score(std::span<const StoryWord> words, std::span<const Sum> scores,
            std::size_t i);

  const TaggerModel& model_;
  Decoder decoder_;
  Votes votes_;
  std::vector<Sum> sums_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace broadsheet
