#include "indexer/entities/table_columns.h"

#include "indexer/entities/form_set.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/titled_people.h"

namespace broadsheet {
namespace {

/// How many spaces stand before the token; none if a line ends there.
std::size_t spaces_before(const TokenText& story, std::size_t at) {
  const std::uint32_t end = story.tokens[at - 1].end;
  const std::string_view gap =
      story.text.substr(end, story.tokens[at].begin - end);
  return gap.find('\n') == gap.npos ? gap.size() : 0;
}

/// Two spaces where a stop or a comma was lost: not that of an abbreviation
/// ("Mary L  Landrieu", "St  Louis"), nor what "Jr", "D La" or
/// "DC" stands behind.
bool lost_stop(const StoryWord& before, const StoryWord& after) {
  static const FormSet abbreviations("dr ft mt st ste");
  static const FormSet tails("d dc i id ii iii iv jr r sr");
  return before.coarse != Coarse::kInitial && !is_title(before) &&
         !is_office(before) && !abbreviations.has(before) && !tails.has(after);
}

/// Does a column end before word `i`, or, in a text that has lost its commas,
/// a sentence or a member of a list?
bool parts_name(const TokenText& story, std::span<const StoryWord> words,
                std::uint32_t i, bool bare) {
  constexpr std::size_t kColumn = 3;
  constexpr std::size_t kStop = 2;
  const std::size_t spaces = spaces_before(story, words[i].token);
  return spaces >= kColumn ||
         (bare && spaces >= kStop && lost_stop(words[i - 1], words[i]));
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
  const bool bare = story.text.find(',') == story.text.npos;
  std::vector<StoryName> parted;
  parted.reserve(mentions.size());
  for (StoryName mention : mentions) {
    const bool name =
        mention.kind == Label::kPerson || mention.kind == Label::kLocation;
    bool first = true;
    for (std::uint32_t i = mention.begin + 1; i <= mention.end; ++i) {
      const bool cut =
          i < mention.end && parts_name(story, words, i, bare && name);
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
