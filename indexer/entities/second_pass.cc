#include "indexer/entities/second_pass.h"

namespace broadsheet {

void SecondPass::relabel(std::span<StoryWord> words,
                         std::span<const Sum> scores) {
  votes_.count(words);
  labels_.resize(words.size());
  sums_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    sums_.push_back(score(words, scores, i));
  }
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].opens_region) ++end;
    decoder_.decode(std::span(sums_).subspan(begin, end - begin),
                    std::span(labels_).subspan(begin, end - begin));
    begin = end;
  }
  for (std::size_t i = 0; i < words.size(); ++i) words[i].label = labels_[i];
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
