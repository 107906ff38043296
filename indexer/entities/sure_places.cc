#include "indexer/entities/sure_places.h"

#include "indexer/entities/mention_list.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

// The end of the sure place that begins at `i`, a country of several words or
// a word that is hardly anything else, but not in "Real Madrid"; `i` itself if
// there is none.
std::uint32_t end_of_sure_place(Words words, std::uint32_t i) {
  if (words[i].phrase == PhraseClass::kOrganisation) return i;
  if (!words[i].opens_phrase || words[i].phrase != PhraseClass::kCountry) {
    return i + is_sure_place(words[i]);
  }
  std::uint32_t end = i + 1;
  while (end < words.size() && !words[end].opens_phrase &&
         !words[end].opens_region &&
         words[end].phrase == PhraseClass::kCountry) {
    ++end;
  }
  return end;
}

}  // namespace

void add_sure_places(Words words, std::vector<StoryName>& mentions) {
  std::vector<StoryName> all;
  all.reserve(mentions.size());
  auto mention = mentions.begin();
  for (std::uint32_t i = 0; i < words.size();) {
    const std::uint32_t end = end_of_sure_place(words, i);
    // Places within the country's name give way: "Trinidad" and "Tobago".
    auto last = mention;
    while (last != mentions.end() && last->begin >= i && last->end <= end &&
           last->kind == Label::kLocation) {
      ++last;
    }
    if (end > i && (last == mentions.end() || last->begin >= end)) {
      all.push_back({i, end, Label::kLocation});
      mention = last;
      i = end;
    } else if (mention != mentions.end() && mention->begin == i) {
      all.push_back(*mention);
      i = mention++->end;
    } else {
      ++i;
    }
  }
  mentions.swap(all);
}

void add_bases(const TokenText& story, Words words,
               std::vector<StoryName>& mentions) {
  std::vector<StoryName> bases;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital || !is_place(words[i]) ||
        !is_base(story, words[i].token + std::size_t{1}))
      continue;
    const StoryName* taken = mention_at(mentions, i);
    if (taken == nullptr || taken->end - taken->begin == 1)
      bases.push_back({i, i + 1, Label::kLocation});
  }
  overlay(bases, mentions);
}

}  // namespace broadsheet
