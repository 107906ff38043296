#include "indexer/entities/first_pass.h"

#include "indexer/entities/rows_ahead.h"

namespace broadsheet {

void FirstPass::read(std::string_view text,
                     const std::vector<TaggerToken>& tokens,
                     std::vector<StoryWord>& words, std::vector<Sum>& scores) {
  finder_.for_each(text, tokens, [&](const FoundRegion& found) {
    const Region& region = found.region;
    const std::size_t begin = words.size();
    append(found, words);
    for (std::size_t i = region.begin(); i < region.end(); ++i) {
      scores.push_back(score(region, i));
    }
    labels_.resize(region.size());
    decoder_.decode(std::span(scores).subspan(begin), labels_);
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      words[begin + i].label = labels_[i];
    }
  });
}

Sum FirstPass::score(const Region& region, std::size_t i) const {
  Sum sum;
  for (std::size_t k = 0; k < kOffsets; ++k) {
    // Every word of a region but the empty one comes from the cache.
    const WordTraits& word = *region.words[i + k - kReach];
    if (word.coarse == Coarse::kNothing) continue;
    sum += static_cast<const ScoredWord&>(word).seen_from[k];
  }
  RowsAhead rows(model_);
  context_features(region, i,
                   [&](std::uint64_t feature) { rows.ask(feature); });
  rows.add_to(sum);
  return sum;
}

}  // namespace broadsheet
