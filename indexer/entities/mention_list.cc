#include "indexer/entities/mention_list.h"

#include <algorithm>

namespace broadsheet {

const StoryName* mention_at(std::span<const StoryName> mentions,
                            std::uint32_t at) {
  const auto found =
      std::ranges::upper_bound(mentions, at, {}, &StoryName::end);
  return found != mentions.end() && found->begin <= at ? &*found : nullptr;
}

void overlay(std::span<const StoryName> added,
             std::vector<StoryName>& mentions) {
  if (added.empty()) return;
  std::vector<StoryName> all;
  all.reserve(mentions.size() + added.size());
  auto mention = mentions.begin();
  for (const StoryName& over : added) {
    for (; mention != mentions.end() && mention->begin < over.end; ++mention)
      if (mention->end <= over.begin) all.push_back(*mention);
    all.push_back(over);
  }
  all.insert(all.end(), mention, mentions.end());
  mentions.swap(all);
}

}  // namespace broadsheet
