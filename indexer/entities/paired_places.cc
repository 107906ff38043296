#include "indexer/entities/paired_places.h"

#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

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

}  // namespace broadsheet
