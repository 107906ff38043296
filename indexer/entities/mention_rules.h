// The last corrections, by rule: what is known for certain of names in news.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "indexer/entities/firm_names.h"
#include "indexer/entities/joined_places.h"
#include "indexer/entities/key_index.h"
#include "indexer/entities/label_scheme.h"
#include "indexer/entities/name_context.h"
#include "indexer/entities/no_names.h"
#include "indexer/entities/story.h"

namespace broadsheet {

class MentionRules {
 public:
  /// Takes note of the whole story: a company named in full is a company
  /// wherever it is named in short. A `bare` text has no punctuation.
  void learn(std::span<const StoryWord> words, bool bare);

  /// Corrects the names of one zone of the story learned last.
  void apply(const TokenText& story, std::span<const StoryWord> words,
             std::vector<StoryName>& mentions);

 private:
  using Words = std::span<const StoryWord>;
  /// How often a word alone was a name of each kind.
  using Tally = std::array<unsigned, kKinds>;

  void learn_listed(const TokenText& story, Words words,
                    std::span<const StoryName> mentions);
  void correct(Words words, StoryName mention,
               std::vector<StoryName>& into) const;
  const Tally* tally_of(const StoryWord& word) const;
  static bool is_always(const Tally& tally, Label kind);
  Label kind_of(Words words, const StoryName& mention) const;
  bool is_company(Words words, StoryName& mention) const;
  Joint joint_of_people(Words words, const StoryName& mention) const;
  bool ends_in_person(Words words, const StoryName& mention) const;
  NamedPeople people() const { return {families_, given_, storms_, bare_}; }
  bool is_known_person(const StoryWord& word) const;
  bool goes_too_far(std::span<const StoryWord> words,
                    const StoryName& mention) const;
  void add_known(const TokenText& story, Words words,
                 std::vector<StoryName>& mentions) const;

  bool bare_ = false;
  std::vector<StoryName> seen_;
  FirmNames firms_;
  std::set<std::uint64_t> companies_;    ///< first words of companies' names
  std::set<std::uint64_t> short_names_;  ///< companies', without their "Inc"
  std::set<std::uint64_t> families_;     ///< last words of people's full names
  std::set<std::uint64_t> given_;        ///< first words of these
  std::set<std::uint64_t> storms_;       ///< what hurricanes are called
  KeyIndex alone_;  ///< words that were names by themselves
  std::vector<Tally> tallies_;
};

}  // namespace broadsheet
