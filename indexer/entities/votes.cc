#include "indexer/entities/votes.h"

namespace broadsheet {

std::size_t Votes::choice_of(std::uint8_t label) {
  return label == kOutsideLabel
             ? 0
             : 1 + static_cast<std::size_t>(kLabels[label].kind);
}

std::uint64_t Votes::name_key(std::span<const StoryWord> words) {
  std::uint64_t key = 1;
  for (const StoryWord& word : words) key = combined(key, word.form);
  return key;
}

std::uint32_t Votes::vote(std::uint64_t key, Ballot ballot,
                          std::size_t choice) {
  const std::uint32_t number = index_.add(key);
  if (number == tallies_.size()) tallies_.emplace_back();
  Tallies& tallies = tallies_[number];
  tallies.held |= static_cast<std::uint8_t>(1U << ballot);
  std::uint16_t& votes = tallies.tally[ballot][choice];
  if (votes < UINT16_MAX) ++votes;
  return number;
}

void Votes::count(std::span<const StoryWord> words) {
  index_.clear();
  tallies_.clear();
  places_.assign(words.size(), {});
  read_mentions(words, mentions_);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    places_[i].word = vote(words[i].form, kWord, choice_of(words[i].label));
  }
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) count_mention(words, i);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    if (places_[i].mention == KeyIndex::kNone)
      places_[i].whole = index_.find(name_key(words.subspan(i, 1)));
    places_[i].plain = verdict(words, i, kWord);
  }
}

void Votes::count_mention(std::span<const StoryWord> words,
                          std::uint32_t number) {
  const StoryName& mention = mentions_[number];
  const std::size_t choice = 1 + static_cast<std::size_t>(mention.kind);
  const std::uint32_t size = mention.end - mention.begin;
  const std::uint32_t whole =
      vote(name_key(words.subspan(mention.begin, size)), kWhole, choice);
  for (std::uint32_t i = mention.begin; i < mention.end; ++i) {
    places_[i].mention = number;
    places_[i].whole = whole;
    if (size == 1 || !words[i].capital) continue;
    const Ballot place = i == mention.begin     ? kFirst
                         : i + 1 == mention.end ? kLast
                                                : kInner;
    vote(words[i].form, place, choice);
  }
}

std::uint8_t Votes::winner(const Tally& tally) {
  std::size_t best = 0;
  unsigned all = 0;
  for (std::size_t choice = 0; choice < tally.size(); ++choice) {
    all += tally[choice];
    if (tally[choice] > tally[best]) best = choice;
  }
  if (all == 0) return 0;
  const unsigned share = tally[best] == all       ? (all > 2 ? 3U : 2U)
                         : 2U * tally[best] > all ? 1U
                                                  : 0U;
  return static_cast<std::uint8_t>(1 + best * 4 + share);
}

// Has the word cast one of the votes of its tally itself?
bool Votes::votes_in(Ballot ballot, std::size_t i) const {
  if (ballot == kWord) return true;
  if (places_[i].mention == KeyIndex::kNone) return false;
  if (ballot == kWhole) return true;
  const StoryName& mention = mentions_[places_[i].mention];
  if (mention.end - mention.begin == 1) return false;
  return ballot == (i == mention.begin     ? kFirst
                    : i + 1 == mention.end ? kLast
                                           : kInner);
}

std::uint8_t Votes::verdict(std::span<const StoryWord> words, std::size_t i,
                            Ballot ballot) const {
  if (!words[i].capital) return 0;
  const Place& place = places_[i];
  const std::uint32_t at = ballot == kWhole ? place.whole : place.word;
  if (at == KeyIndex::kNone || (tallies_[at].held >> ballot & 1) == 0) return 0;
  Tally tally = tallies_[at].tally[ballot];
  std::uint16_t& own = tally[choice_of(words[i].label)];
  if (own > 0 && votes_in(ballot, i)) --own;
  return winner(tally);
}

}  // namespace broadsheet
