#include "indexer/entities/votes.h"

namespace broadsheet {

std::size_t Votes::choice_of(std::uint8_t label) {
  return label == kOutsideLabel
             ? 0
             : 1 + static_cast<std::size_t>(kLabels[label].kind);
}

std::uint64_t Votes::name_key(std::span<const StoryWord> words,
                              const Mention& mention) {
  std::uint64_t key = 1;
  for (std::uint32_t i = mention.begin; i < mention.end; ++i) {
    key = combined(key, words[i].form);
  }
  return key;
}

void Votes::vote(std::uint64_t key, Ballot ballot, std::size_t choice) {
  const auto next = static_cast<std::uint32_t>(tallies_.size());
  const auto [it, added] = index_.try_emplace(key, next);
  if (added) tallies_.emplace_back();
  std::uint16_t& votes = tallies_[it->second][ballot][choice];
  if (votes < UINT16_MAX) ++votes;
}

void Votes::count(std::span<const StoryWord> words) {
  index_.clear();
  tallies_.clear();
  mention_of_.assign(words.size(), 0);
  read_mentions(words, mentions_);
  for (const StoryWord& word : words) {
    if (word.capital) vote(word.form, kWord, choice_of(word.label));
  }
  for (const Mention& mention : mentions_) count_mention(words, mention);
}

void Votes::count_mention(std::span<const StoryWord> words,
                          const Mention& mention) {
  const std::size_t choice = 1 + static_cast<std::size_t>(mention.kind);
  const auto number = static_cast<std::uint32_t>(&mention - mentions_.data());
  for (std::uint32_t i = mention.begin; i < mention.end; ++i) {
    mention_of_[i] = number + 1;
    if (mention.end - mention.begin == 1 || !words[i].capital) continue;
    const Ballot place = i == mention.begin     ? kFirst
                         : i + 1 == mention.end ? kLast
                                                : kInner;
    vote(words[i].form, place, choice);
  }
  vote(name_key(words, mention), kWhole, choice);
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

std::uint8_t Votes::verdict(std::span<const StoryWord> words, std::size_t i,
                            Ballot ballot) const {
  const StoryWord& word = words[i];
  if (!word.capital) return 0;
  const Mention* mention =
      mention_of_[i] == 0 ? nullptr : &mentions_[mention_of_[i] - 1];
  if (ballot == kWhole && mention == nullptr) {
    const Mention alone{static_cast<std::uint32_t>(i),
                        static_cast<std::uint32_t>(i + 1), Label::kMisc};
    const auto it = index_.find(name_key(words, alone));
    return it == index_.end() ? 0 : winner(tallies_[it->second][kWhole]);
  }
  const std::uint64_t key =
      ballot == kWhole ? name_key(words, *mention) : word.form;
  const auto it = index_.find(key);
  if (it == index_.end()) return 0;
  Tally tally = tallies_[it->second][ballot];
  const std::size_t choice = choice_of(word.label);
  const bool multi = mention != nullptr && mention->end - mention->begin > 1;
  const bool own = ballot == kWord || ballot == kWhole ||
                   (multi && ballot == (i == mention->begin     ? kFirst
                                        : i + 1 == mention->end ? kLast
                                                                : kInner));
  if (own && tally[choice] > 0) --tally[choice];
  return winner(tally);
}

}  // namespace broadsheet
