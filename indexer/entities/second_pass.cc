#include "indexer/entities/second_pass.h"

namespace broadsheet {

void SecondPass::relabel(std::span<StoryWord> words,
                         std::span<const Sum> scores) {
  votes_.count(words);
  sums_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    sums_.push_back(score(words, scores, i));
  }
  decoder_.label(sums_, words);
}

Sum SecondPass::score(std::span<const StoryWord> words,
                      std::span<const Sum> scores, std::size_t i) {
  Sum sum = carried_over(scores[i]);
  votes_.features(words, i, [&](std::uint64_t feature) {
    sum.add(model_.document_row(feature));
  });
  return sum;
}

}  // namespace broadsheet
