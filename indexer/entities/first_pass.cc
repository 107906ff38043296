#include "indexer/entities/first_pass.h"

namespace broadsheet {

void FirstPass::read(std::string_view text,
                     const std::vector<TaggerToken>& tokens,
                     std::vector<StoryWord>& words, std::vector<Sum>& scores) {
  const std::size_t begin = words.size();
  finder_.for_each(text, tokens, [&](const FoundRegion& found) {
    const Region& region = found.region;
    append(found, words);
    for (std::size_t i = region.begin(); i < region.end(); ++i)
      score(region, i, scores);
  });
  add_rows(scores);
  decoder_.label(std::span(scores).subspan(begin),
                 std::span(words).subspan(begin));
}

// The rows of a word are added up only when those of the next are on their way
// as well.
void FirstPass::score(const Region& region, std::size_t i,
                      std::vector<Sum>& scores) {
  RowsAhead& rows = rows_[scores.size() % rows_.size()];
  const auto ask = [&](std::uint64_t feature) { rows.ask(feature); };
  neighbour_features(region, i, ask);
  run_features(region, i, ask);
  phrase_features(region, i, ask);
  const std::uint64_t state = region.state(i);
  if (state != 0) state_features(*region.words[i], state, ask);
  add_rows(scores);
  Sum& sum = scores.emplace_back();
  for (std::size_t k = 0; k < kOffsets; ++k) {
    // Every word of a region but the empty one comes from the cache.
    const WordTraits& word = *region.words[i + k - kReach];
    if (word.coarse == Coarse::kNothing) continue;
    const ScoredWord& scored = static_cast<const ScoredWord&>(word);
    sum += scored.seen_from[k];
    if (k == kReach && state == 0) sum += scored.plain;
  }
}

// Adds what was asked for the last word.
void FirstPass::add_rows(std::vector<Sum>& scores) {
  if (scores.empty()) return;
  rows_[(scores.size() - 1) % rows_.size()].add_to(scores.back());
}

}  // namespace broadsheet
