#include "indexer/entities/table_columns.h"

#include <algorithm>

#include "indexer/entities/form_set.h"
#include "indexer/entities/joined_places.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/titled_people.h"

namespace broadsheet {
namespace {

using Storms = std::set<std::uint64_t>;

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

/// June, and the hurricane Katrina.
bool names_no_person(const StoryWord& word, const Storms& storms) {
  return word.coarse == Coarse::kMonth || storms.contains(word.form);
}

/// "Arlen" or "D Kyle", nobody without the rest of the name.
bool is_only_given(std::span<const StoryWord> name, const Storms& storms) {
  return std::ranges::all_of(name, [&](const StoryWord& word) {
    return word.coarse == Coarse::kInitial ||
           (word.has(WordClass::kGiven) && !word.has(WordClass::kFamily) &&
            !is_place(word) && !names_no_person(word, storms));
  });
}

/// Does a column of the name end before word `i`, or, in a text that has lost
/// its commas, a sentence or a member of a list? None in "Washington   DC".
bool parts_name(const TokenText& story, std::span<const StoryWord> words,
                const Storms& storms, const StoryName& name, std::uint32_t i,
                bool bare) {
  constexpr std::size_t kColumn = 3;
  constexpr std::size_t kStop = 2;
  const std::size_t spaces = spaces_before(story, words[i].token);
  const auto before = words.subspan(name.begin, i - name.begin);
  // "C  L    Butch    Otter" has lost its quotation marks.
  const bool nickname =
      before.size() > 1 &&
      is_only_given(before.first(before.size() - 1), storms) &&
      spaces_before(story, before.back().token) >= kColumn;
  if (bare && (is_cut_off(before.back()) || i < end_of_capital(words, name) ||
               nickname || is_only_given(before, storms)))
    return false;
  return spaces >= kColumn ||
         (bare && spaces >= kStop && lost_stop(before.back(), words[i]));
}

/// A country or Washington by itself, and a place behind a person, is a place.
/// Behind a place a person may stand, from an office or a given name on.
StoryName column_of(std::span<const StoryWord> words, StoryName column,
                    bool first) {
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    return words.subspan(begin, end - begin);
  };
  const auto name = part(column.begin, column.end);
  const bool place = column.kind == Label::kLocation;
  const bool alone =
      name.size() == 1 &&
      (name.front().has(WordClass::kCountry) || is_namesake(name.front()));
  const bool behind = !first && is_place_name(name);
  if (alone || (behind && column.kind == Label::kPerson))
    column.kind = Label::kLocation;
  if (first || behind) return column;
  for (std::uint32_t i = column.begin; i + 1 < column.end; ++i) {
    const bool office =
        is_office(words[i]) &&
        (place || (i > column.begin && is_place_name(part(column.begin, i))));
    const bool given = place && words[i].has(WordClass::kGiven) &&
                       follows_given_name(part(i, column.end));
    if (office || given) return {i, column.end, Label::kPerson};
  }
  return column;
}

/// Not the "Sincerely" of "Sincerely  Ann Lee", nor what the next sentence
/// begins with: "Shelby  The LCS".
bool is_somebody(std::span<const StoryWord> words, const Storms& storms,
                 const StoryName& column, bool first) {
  const StoryWord& word = words[column.begin];
  if (column.end == column.begin + 1)
    return may_stand_alone(word) && !names_no_person(word, storms);
  return first || !word.has(WordClass::kFunction);
}

}  // namespace

void part_columns(const TokenText& story, std::span<const StoryWord> words,
                  const std::set<std::uint64_t>& storms,
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
                       parts_name(story, words, storms, mention, i, bare);
      if (!cut && (i < mention.end || first)) continue;
      const StoryName column =
          column_of(words, {mention.begin, i, mention.kind}, first);
      mention.kind = column.kind;
      if (column.kind != Label::kPerson ||
          is_somebody(words, storms, column, first))
        parted.push_back(column);
      mention.begin = i;
      first = false;
    }
    if (first) parted.push_back(mention);
  }
  mentions.swap(parted);
}

}  // namespace broadsheet
