#include "indexer/story_maker.h"

#include <utility>

#include "indexer/entities/written_place.h"
#include "indexer/language.h"

namespace broadsheet {

namespace {

void take(Incoming&& incoming, Story& story) {
  story.id = std::move(incoming.id);
  story.newest = std::move(incoming.newest);
  story.added = std::move(incoming.added);
  story.article = std::move(incoming.article);
  story.language = language_of(story.article);
}

}  // namespace

IndexDocument StoryMaker::make(Incoming&& incoming) {
  Draft draft{0, std::move(incoming)};
  return std::move(make({&draft, 1}).front());
}

std::vector<IndexDocument> StoryMaker::make(std::span<Draft> drafts) {
  std::vector<Story> stories;
  std::vector<TaggedStory> tagged;
  std::vector<IndexDocument> documents;
  stories.reserve(drafts.size());
  tagged.reserve(drafts.size());
  documents.reserve(drafts.size());
  for (Draft& draft : drafts)
    take(std::move(draft.story), stories.emplace_back());
  for (const Story& story : stories)
    tagged.push_back(annotator_.tag(story.article, story.language));
  for (std::size_t n = 0; n < stories.size(); ++n)
    stories[n].entities = annotator_.annotate(
        stories[n].article, stories[n].language, home_of(drafts[n].story.home),
        std::move(tagged[n]));
  for (const Story& story : stories)
    documents.push_back(documents_.make(story));
  return documents;
}

/// Nothing for a home that this program's gazetteer does not know.
const Place* StoryMaker::home_of(const std::string& description) {
  if (description.empty()) return nullptr;
  const auto [at, is_new] = homes_.try_emplace(description, nullptr);
  if (is_new) at->second = described_place(gazetteer_, description);
  return at->second;
}

}  // namespace broadsheet
