// Labels the words of a story once more, now knowing how the whole of it was
// labelled.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/decoder.h"
#include "indexer/entities/votes.h"

namespace broadsheet {

/// First-pass scores as they count in the second: 179 / 256 of them, rounded
/// down.
inline HalfSum carried_over(HalfSum scores) {
  using Unsigned [[gnu::vector_size(kLanes)]] = std::uint16_t;
  const auto rest = reinterpret_cast<Unsigned>(scores & 0xFF) * 179 >> 8;
  return (scores >> 8) * 179 + reinterpret_cast<HalfSum>(rest);
}
inline Sum carried_over(const Sum& scores) {
  return {carried_over(scores.even), carried_over(scores.odd)};
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
};

}  // namespace broadsheet
