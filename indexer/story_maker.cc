#include "indexer/story_maker.h"

#include <utility>

#include "indexer/language.h"

namespace broadsheet {

IndexDocument StoryMaker::make(Incoming&& incoming) {
  Story story;
  story.id = std::move(incoming.id);
  story.added = std::move(incoming.added);
  story.article = std::move(incoming.article);
  story.language = language_of(story.article);
  story.entities = annotator_.annotate(story.article, story.language);
  return documents_.make(story);
}

}  // namespace broadsheet
