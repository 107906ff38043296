#include "indexer/entities/table_columns.h"

#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

/// Do three spaces or more, and no line end, stand before the token?
bool opens_column(const TokenText& story, std::size_t at) {
  constexpr std::size_t kGap = 3;
  const std::uint32_t end = story.tokens[at - 1].end;
  const std::string_view gap =
      story.text.substr(end, story.tokens[at].begin - end);
  return gap.size() >= kGap && gap.find('\n') == gap.npos;
}

/// A country by itself, and a place behind a person, is a place.
Label kind_of_column(std::span<const StoryWord> name, Label kind, bool first) {
  const bool country =
      name.size() == 1 && name.front().has(WordClass::kCountry);
  const bool behind =
      !first && kind == Label::kPerson && is_place(name.front());
  return country || behind ? Label::kLocation : kind;
}

}  // namespace

void part_columns(const TokenText& story, std::span<const StoryWord> words,
                  std::vector<StoryName>& mentions) {
  std::vector<StoryName> parted;
  for (StoryName mention : mentions) {
    bool first = true;
    for (std::uint32_t i = mention.begin + 1; i <= mention.end; ++i) {
      const bool cut = i < mention.end && opens_column(story, words[i].token);
      if (!cut && (i < mention.end || first)) continue;
      mention.kind = kind_of_column(
          words.subspan(mention.begin, i - mention.begin), mention.kind, first);
      parted.push_back({mention.begin, i, mention.kind});
      mention.begin = i;
      first = false;
    }
    if (first) parted.push_back(mention);
  }
  mentions.swap(parted);
}

}  // namespace broadsheet
