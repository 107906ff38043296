// What the rest of a story says about a word: how the same word was labelled
// elsewhere, alone or inside longer names. The second pass reads it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/hash.h"
#include "indexer/entities/key_index.h"
#include "indexer/entities/label_scheme.h"
#include "indexer/entities/story.h"

namespace broadsheet {

class Votes {
 public:
  /// Counts the labels of a story's first pass.
  void count(std::span<const StoryWord> words);

  /// The document features of word `i` of the story counted last.
  template <class Sink>
  void features(std::span<const StoryWord> words, std::size_t i, Sink&& sink);

 private:
  enum Ballot : std::uint8_t { kWord, kWhole, kFirst, kInner, kLast, kBallots };
  /// Votes for outside and each kind.
  using Tally = std::array<std::uint16_t, kKinds + 1>;
  struct Tallies {
    std::array<Tally, kBallots> tally{};
    std::uint8_t held = 0;  ///< a bit a ballot
  };

  /// Where a word finds its tallies: its own, and those of the name that it is
  /// part of, or of the word as a name.
  struct Place {
    std::uint32_t word = KeyIndex::kNone;
    std::uint32_t whole = KeyIndex::kNone;
    std::uint32_t mention = KeyIndex::kNone;
    std::uint8_t plain = 0;  ///< verdict of kWord, which neighbours see too
  };

  /// The winner with its lead, the word's own vote left out.
  std::uint8_t verdict(std::span<const StoryWord> words, std::size_t i,
                       Ballot ballot) const;
  bool votes_in(Ballot ballot, std::size_t i) const;
  static std::uint8_t winner(const Tally& tally);
  std::uint32_t vote(std::uint64_t key, Ballot ballot, std::size_t choice);
  void count_mention(std::span<const StoryWord> words, std::uint32_t number);
  static std::uint64_t name_key(std::span<const StoryWord> words);
  static std::size_t choice_of(std::uint8_t label);

  KeyIndex index_;
  std::vector<Tallies> tallies_;
  std::vector<StoryName> mentions_;
  std::vector<Place> places_;  ///< by word
};

template <class Sink>
void Votes::features(std::span<const StoryWord> words, std::size_t i,
                     Sink&& sink) {
  const StoryWord& word = words[i];
  const std::uint64_t own = word.label;
  const std::uint64_t small = static_cast<std::uint64_t>(word.small);
  const std::uint64_t coarse = static_cast<std::uint64_t>(word.coarse);
  const std::uint64_t plain = places_[i].plain;
  const std::uint64_t whole = verdict(words, i, kWhole);
  const std::uint64_t first = verdict(words, i, kFirst);
  const std::uint64_t inner = verdict(words, i, kInner);
  const std::uint64_t last = verdict(words, i, kLast);
  const bool lone = word.opens_region;
  std::uint64_t before = 99, after = 99;
  if (i > 0 && !lone) before = places_[i - 1].plain;
  if (i + 1 < words.size() && !words[i + 1].opens_region)
    after = places_[i + 1].plain;
  std::uint64_t number = 0;
  const auto next = [&number](std::uint64_t a, std::uint64_t b = 0,
                              std::uint64_t c = 0) {
    return mixed(a * 0x9e3779b97f4a7c15 + b * 0xc2b2ae3d27d4eb4f +
                 c * 0x165667b19e3779f9 + ++number * 0x27d4eb2f165667c5);
  };
  sink(next(plain));
  sink(next(whole));
  sink(next(last));
  sink(next(first));
  sink(next(inner));
  sink(next(plain, own));
  sink(next(last, own));
  sink(next(whole, own));
  sink(next(plain, last));
  sink(next(plain, small));
  sink(next(plain, coarse));
  sink(next(last, whole, own));
  sink(next(before, plain));
  sink(next(plain, after));
  sink(next(before, own, 1));
  sink(next(own, after, 2));
}

}  // namespace broadsheet
