#include "indexer/entities/word_cache.h"

#include "indexer/entities/hash.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMostWordFeatures = 64;

}  // namespace

WordCache::WordCache(const TaggerModel& model)
    : model_(model), slots_(kSlots) {}

// A region adds fewer words than lie between kMost and the number of slots.
bool WordCache::make_room() {
  if (words_.size() < kMost) return false;
  words_.clear();
  slots_.assign(kSlots, {});
  return true;
}

const ScoredWord& WordCache::look_up(std::string_view text, TokenKind kind) {
  const std::uint64_t key =
      combined(hash_of(text), static_cast<std::uint64_t>(kind));
  std::size_t at = key % kSlots;
  while (slots_[at].word != nullptr) {
    if (slots_[at].key == key) return *slots_[at].word;
    at = (at + 1) % kSlots;
  }
  words_.push_back(scored(text, kind));
  slots_[at] = {key, &words_.back()};
  return words_.back();
}

ScoredWord WordCache::scored(std::string_view text, TokenKind kind) const {
  const SpelledWord spelled = describe(text, kind, model_.lexicon());
  ScoredWord word{spelled.word, {}};
  for (int offset = -kReach; offset <= kReach; ++offset) {
    // All rows are asked for before the first is needed: they lie far apart.
    std::array<const std::int8_t*, kMostWordFeatures> rows;
    std::size_t count = 0;
    const auto ask = [&](std::uint64_t feature) {
      rows[count] = model_.row(feature);
      __builtin_prefetch(rows[count++]);
    };
    word_features(spelled, offset, ask, ask);
    Sum& sum = word.seen_from[static_cast<std::size_t>(offset + kReach)];
    for (std::size_t k = 0; k < count; ++k) sum.add(rows[k]);
  }
  return word;
}

}  // namespace broadsheet
