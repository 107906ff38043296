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

/// The O of "O   Connor", whose apostrophe was lost.
bool is_cut_off(const StoryWord& word) {
  static const FormSet letters("o");
  return word.capital && letters.has(word);
}

/// The "Arlen" of "Arlen    Specter", nobody without the rest of the name.
bool is_only_given(const StoryWord& word) {
  return word.has(WordClass::kGiven) && !word.has(WordClass::kFamily);
}

/// Does a column of the name that begins at `first` end before word `i`, or, in
/// a text that has lost its commas, a sentence or a member of a list?
bool parts_name(const TokenText& story, std::span<const StoryWord> words,
                std::uint32_t first, std::uint32_t i, bool bare) {
  constexpr std::size_t kColumn = 3;
  constexpr std::size_t kStop = 2;
  const std::size_t spaces = spaces_before(story, words[i].token);
  if (bare && (is_cut_off(words[i - 1]) ||
               (i == first + 1 && is_only_given(words[first]))))
    return false;
  return spaces >= kColumn ||
         (bare && spaces >= kStop && lost_stop(words[i - 1], words[i]));
}

/// A country or Washington by itself, and a place behind a person, is a place.
/// Behind a place a person may stand, from an office or a given name on.
StoryName column_of(std::span<const StoryWord> words, StoryName column,
                    bool first) {
  const auto name = words.subspan(column.begin, column.end - column.begin);
  const bool lone = name.size() == 1;
  if (lone &&
      (name.front().has(WordClass::kCountry) || is_namesake(name.front())))
    column.kind = Label::kLocation;
  if (first || lone || is_place_name(name)) {
    if (!first && column.kind == Label::kPerson && is_place_name(name))
      column.kind = Label::kLocation;
    return column;
  }
  if (column.kind != Label::kLocation) return column;
  for (std::uint32_t i = column.begin; i + 1 < column.end; ++i)
    if (is_office(words[i]) ||
        (words[i].has(WordClass::kGiven) &&
         follows_given_name(words.subspan(i, column.end - i))))
      return {i, column.end, Label::kPerson};
  return column;
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
      const bool cut = i < mention.end && (name || !bare) &&
                       parts_name(story, words, mention.begin, i, bare);
      if (!cut && (i < mention.end || first)) continue;
      const StoryName column =
          column_of(words, {mention.begin, i, mention.kind}, first);
      mention.kind = column.kind;
      if (column.kind != Label::kPerson || column.end > column.begin + 1 ||
          may_stand_alone(words[column.begin]))
        parted.push_back(column);
      mention.begin = i;
      first = false;
    }
    if (first) parted.push_back(mention);
  }
  mentions.swap(parted);
}

}  // namespace broadsheet
