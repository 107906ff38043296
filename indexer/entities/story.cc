#include "indexer/entities/story.h"

#include "indexer/entities/label_scheme.h"

namespace broadsheet {

void append(const FoundRegion& found, std::vector<StoryWord>& words) {
  const Region& region = found.region;
  for (std::size_t i = region.begin(); i < region.end(); ++i) {
    const WordTraits& word = *region.words[i];
    StoryWord& added = words.emplace_back();
    added.form = word.form;
    added.token = found.first + static_cast<std::uint32_t>(i - region.begin());
    added.classes = word.classes;
    added.small = word.small;
    added.coarse = word.coarse;
    const std::uint8_t tag = region.phrases[i];
    added.phrase = static_cast<PhraseClass>(tag / 2);
    added.opens_phrase = tag != 0 && tag % 2 == 0;
    added.capital = word.capital;
    added.opens_region = i == region.begin();
  }
}

void read_mentions(std::span<const StoryWord> words,
                   std::vector<StoryName>& mentions) {
  mentions.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordLabel label = kLabels[words[i].label];
    if (label.part == Part::kOutside) continue;
    const auto at = static_cast<std::uint32_t>(i);
    if (continues(label) && !mentions.empty() && mentions.back().end == at &&
        !words[i].opens_region) {
      mentions.back().end = at + 1;
    } else {
      mentions.push_back({at, at + 1, label.kind});
    }
  }
}

void write_mentions(std::span<const StoryName> mentions,
                    std::span<StoryWord> words) {
  for (StoryWord& word : words) word.label = kOutsideLabel;
  for (const StoryName& mention : mentions) {
    for (std::uint32_t i = mention.begin; i < mention.end; ++i) {
      words[i].label = label_at(mention.kind, i - mention.begin,
                                mention.end - mention.begin);
    }
  }
}

}  // namespace broadsheet
