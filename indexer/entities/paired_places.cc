#include "indexer/entities/paired_places.h"

#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

/// Does nobody bear the name that anything is known of?
bool is_unheard(const StoryWord& word,
                const std::set<std::uint64_t>& families) {
  return !families.contains(word.form) &&
         !any_of_classes(word, {WordClass::kGiven, WordClass::kGivenRare,
                                WordClass::kFamily, WordClass::kFamilyRare});
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

}  // namespace

void mark_paired_places(const TokenText& story, Words words,
                        const std::set<std::uint64_t>& families,
                        std::vector<StoryName>& mentions) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    StoryName& mention = mentions[i];
    const StoryWord& word = words[mention.begin];
    if (mention.kind != Label::kPerson || mention.end - mention.begin != 1 ||
        !is_unheard(word, families) || speaks(story, word.token + 1))
      continue;
    const bool behind = i > 0 && is_town(words, mentions[i - 1]) &&
                        joined_by_and(story, words, mentions[i - 1], mention);
    const bool before = i + 1 < mentions.size() &&
                        is_town(words, mentions[i + 1]) &&
                        joined_by_and(story, words, mention, mentions[i + 1]);
    if (behind || before || is_inside(story, word.token))
      mention.kind = Label::kLocation;
  }
}

}  // namespace broadsheet
