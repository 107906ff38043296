#include "indexer/entities/word_cache.h"

#include "indexer/entities/rows_ahead.h"

namespace broadsheet {

WordCache::WordCache(const TaggerModel& model)
    : model_(model), slots_(kSlots) {}

// A region adds fewer words than lie between kMost and the number of slots.
bool WordCache::make_room() {
  if (words_.size() < kMost) return false;
  words_.clear();
  slots_.assign(kSlots, {});
  return true;
}

// Its scores are needed soon, and lie in lines of their own.
const ScoredWord& WordCache::fetched(const ScoredWord& word) {
  constexpr std::size_t kLine = 64;
  const char* bytes = reinterpret_cast<const char*>(&word);
  for (std::size_t at = 0; at < sizeof word; at += kLine)
    __builtin_prefetch(bytes + at);
  return word;
}

void WordCache::fetch(std::uint64_t key) const {
  __builtin_prefetch(&slots_[key % kSlots]);
}

const ScoredWord& WordCache::look_up(std::uint64_t key, std::string_view text,
                                     TokenKind kind) {
  std::size_t at = key % kSlots;
  while (slots_[at].word != nullptr) {
    if (slots_[at].key == key) return fetched(*slots_[at].word);
    at = (at + 1) % kSlots;
  }
  words_.push_back(scored(text, kind));
  slots_[at] = {key, &words_.back()};
  return words_.back();
}

ScoredWord WordCache::scored(std::string_view text, TokenKind kind) const {
  const SpelledWord spelled = describe(text, kind, model_.lexicon());
  ScoredWord word{spelled.word, {}, {}};
  RowsAhead rows(model_);
  const auto ask = [&](std::uint64_t feature) { rows.ask(feature); };
  for (int offset = -kReach; offset <= kReach; ++offset) {
    word_features(spelled, offset, ask, ask);
    rows.add_to(word.seen_from[static_cast<std::size_t>(offset + kReach)]);
  }
  state_features(word, 0, ask);
  rows.add_to(word.plain);
  return word;
}

}  // namespace broadsheet
