#include "indexer/story_maker.h"

#include <utility>

#include "indexer/entities/written_place.h"
#include "indexer/language.h"

namespace broadsheet {

IndexDocument StoryMaker::make(Incoming&& incoming) {
  Story story;
  story.id = std::move(incoming.id);
  story.newest = std::move(incoming.newest);
  story.added = std::move(incoming.added);
  story.article = std::move(incoming.article);
  story.language = language_of(story.article);
  story.entities = annotator_.annotate(story.article, story.language,
                                       home_of(incoming.home));
  return documents_.make(story);
}

/// Nothing for a home that this program's gazetteer does not know.
const Place* StoryMaker::home_of(const std::string& description) {
  if (description.empty()) return nullptr;
  const auto [at, is_new] = homes_.try_emplace(description, nullptr);
  if (is_new) at->second = described_place(gazetteer_, description);
  return at->second;
}

}  // namespace broadsheet
