#include "indexer/entities/mention_list.h"

#include <algorithm>

namespace broadsheet {

const Mention* mention_at(std::span<const Mention> mentions, std::uint32_t at) {
  const auto found = std::ranges::upper_bound(mentions, at, {}, &Mention::end);
  return found != mentions.end() && found->begin <= at ? &*found : nullptr;
}

void overlay(std::span<const Mention> added, std::vector<Mention>& mentions) {
  if (added.empty()) return;
  std::vector<Mention> all;
  auto mention = mentions.begin();
  for (const Mention& over : added) {
    for (; mention != mentions.end() && mention->begin < over.end; ++mention)
      if (mention->end <= over.begin) all.push_back(*mention);
    all.push_back(over);
  }
  all.insert(all.end(), mention, mentions.end());
  mentions.swap(all);
}

}  // namespace broadsheet
