#include "indexer/entities/paired_places.h"

#include <algorithm>

#include "indexer/entities/mention_list.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

constexpr std::string_view kParties[] = {"(D-", "(I-", "(R-",
                                         " D-", " I-", " R-"};

/// Does nobody bear the name that anything is known of?
bool is_unheard(Words name, const std::set<std::uint64_t>& families) {
  return !families.contains(name.back().form) && is_unheard(name);
}

/// Is it a place, but no country, which may stand beside a person?
bool is_town(Words words, const StoryName& mention) {
  return mention.kind == Label::kLocation &&
         !words[mention.begin].has(WordClass::kCountry);
}

bool joined_by_and(const TokenText& story, Words words, const StoryName& left,
                   const StoryName& right) {
  const std::size_t last = words[left.end - 1].token;
  return words[right.begin].token == last + 2 && is_and(story, last + 1);
}

/// "TX 78701" at a token.
bool is_state_with_code(const TokenText& story, const StoryWord& word) {
  constexpr std::size_t kCode = 5;  // digits
  const std::size_t next = word.token + std::size_t{1};
  return (is_state(word) || is_district(word)) &&
         story.at(next).size() == kCode &&
         story.tokens[next].kind == TokenKind::kNumber;
}

}  // namespace

void mark_paired_places(const TokenText& story, Words words,
                        const std::set<std::uint64_t>& families,
                        std::vector<StoryName>& mentions) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    StoryName& mention = mentions[i];
    const Words name =
        words.subspan(mention.begin, mention.end - mention.begin);
    if (mention.kind != Label::kPerson || !is_unheard(name, families) ||
        speaks(story, name.back().token + std::size_t{1}))
      continue;
    const bool behind = i > 0 && is_town(words, mentions[i - 1]) &&
                        joined_by_and(story, words, mentions[i - 1], mention);
    const bool before = i + 1 < mentions.size() &&
                        is_town(words, mentions[i + 1]) &&
                        joined_by_and(story, words, mention, mentions[i + 1]);
    if (behind || before || is_placed(story, name.front().token))
      mention.kind = Label::kLocation;
  }
}

void mark_addresses(const TokenText& story, Words words,
                    std::vector<StoryName>& mentions) {
  std::vector<StoryName> towns;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    StoryName& mention = mentions[i];
    const std::uint32_t state = mention.end;
    const std::size_t comma = words[state - 1].token + std::size_t{1};
    if (story.at(comma) != "," || state >= words.size() ||
        words[state].token != comma + 1 ||
        !is_state_with_code(story, words[state]))
      continue;
    if (i + 1 < mentions.size() && mentions[i + 1].begin == state)
      mentions[i + 1].kind = Label::kLocation;
    // All of it, or the end of "Department of Energy Washington".
    std::uint32_t town = mention.begin;
    while (town < state && !is_place_name(words.subspan(town, state - town)))
      ++town;
    if (town == state) continue;
    towns.push_back({town, state, Label::kLocation});
    mention.end = town;
  }
  std::erase_if(mentions, [](const auto& one) { return one.begin == one.end; });
  overlay(towns, mentions);
}

void mark_party_states(const TokenText& story, Words words,
                       std::vector<StoryName>& mentions) {
  std::vector<StoryName> states;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (const std::size_t begin = story.tokens[words[i].token].begin;
        follows_party(story.text.substr(0, begin)) &&
        (is_state(words[i]) || is_district(words[i])))
      states.push_back({i, i + 1, Label::kLocation});
  overlay(states, mentions);
}

bool follows_party(std::string_view before) {
  return before.ends_with('-') &&
         std::ranges::any_of(kParties, [&](std::string_view party) {
           return before.ends_with(party);
         });
}

}  // namespace broadsheet
