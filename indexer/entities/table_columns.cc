#include "indexer/entities/table_columns.h"

#include <algorithm>

#include "indexer/entities/form_set.h"
#include "indexer/entities/joined_places.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/titled_people.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

constexpr std::size_t kColumn = 3;  // spaces before a column
constexpr std::size_t kStop = 2;    // where a stop or a comma was lost

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

/// Parts the names of one story.
class Columns {
 public:
  Columns(const TokenText& story, Words words,
          const std::set<std::uint64_t>& storms)
      : story_(story),
        words_(words),
        storms_(storms),
        bare_(story.text.find(',') == story.text.npos) {}

  void part(StoryName mention, std::vector<StoryName>& into) const {
    const StoryName whole = mention;
    for (std::uint32_t i = whole.begin + 1; i < whole.end; ++i) {
      if (!ends_before(mention, i)) continue;
      mention.end = i;
      mention.kind = add(mention, whole, into);
      mention.begin = i;
      mention.end = whole.end;
    }
    if (mention.begin == whole.begin)
      into.push_back(whole);
    else
      add(mention, whole, into);
  }

 private:
  Words words_of(std::uint32_t begin, std::uint32_t end) const {
    return words_.subspan(begin, end - begin);
  }

  /// June, or the hurricane Katrina.
  bool names_no_person(const StoryWord& word) const {
    return word.coarse == Coarse::kMonth || storms_.contains(word.form);
  }

  /// "Arlen" or "D Kyle", nobody without the rest of the name.
  bool is_only_given(Words name) const {
    return std::ranges::all_of(name, [&](const StoryWord& word) {
      return word.coarse == Coarse::kInitial ||
             (word.has(WordClass::kGiven) && !word.has(WordClass::kFamily) &&
              !is_place(word) && !names_no_person(word));
    });
  }

  /// Does the gap before word `i` belong to the name: "O   Connor", "Arlen
  /// Specter", "Washington   DC", "C  L    Butch    Otter"?
  bool is_inside(const StoryName& name, std::uint32_t i) const {
    const Words before = words_of(name.begin, i);
    const bool nickname = before.size() > 1 &&
                          is_only_given(before.first(before.size() - 1)) &&
                          spaces_before(story_, before.back().token) >= kColumn;
    return is_cut_off(before.back()) || nickname || is_only_given(before) ||
           i < end_of_capital(words_, name);
  }

  /// Does a column of the name end before word `i`, or, in a text that has lost
  /// its commas, a sentence or a member of a list? Bodies go on there.
  bool ends_before(const StoryName& name, std::uint32_t i) const {
    const std::size_t spaces = spaces_before(story_, words_[i].token);
    if (!bare_) return spaces >= kColumn;
    const bool body =
        name.kind != Label::kPerson && name.kind != Label::kLocation;
    if (spaces < kStop || body || is_inside(name, i)) return false;
    return spaces >= kColumn || lost_stop(words_[i - 1], words_[i]);
  }

  /// A country or Washington by itself, and a place behind a person, is a
  /// place. Behind a place a person may stand, from an office or a given name
  /// on.
  StoryName read(StoryName column, bool first) const {
    const Words name = words_of(column.begin, column.end);
    const bool place = column.kind == Label::kLocation;
    const bool alone =
        name.size() == 1 &&
        (name.front().has(WordClass::kCountry) || is_namesake(name.front()));
    const bool behind = !first && is_place_name(name);
    if (alone || (behind && column.kind == Label::kPerson))
      column.kind = Label::kLocation;
    if (first || behind) return column;
    for (std::uint32_t i = column.begin; i + 1 < column.end; ++i) {
      const bool office = is_office(words_[i]) &&
                          (place || (i > column.begin &&
                                     is_place_name(words_of(column.begin, i))));
      const bool given = place && words_[i].has(WordClass::kGiven) &&
                         follows_given_name(words_of(i, column.end));
      if (office || given) return {i, column.end, Label::kPerson};
    }
    return column;
  }

  /// Not the "Sincerely" of "Sincerely  Ann Lee", nor what the next sentence
  /// begins with: "Shelby  The LCS".
  bool is_somebody(const StoryName& column, bool first) const {
    const StoryWord& word = words_[column.begin];
    if (column.end == column.begin + 1)
      return may_stand_alone(word) && !names_no_person(word);
    return first || !word.has(WordClass::kFunction);
  }

  /// Returns the column's kind, which the next is taken for, too.
  Label add(const StoryName& column, const StoryName& whole,
            std::vector<StoryName>& into) const {
    const bool first = column.begin == whole.begin;
    const StoryName found = read(column, first);
    if (found.kind != Label::kPerson || is_somebody(found, first))
      into.push_back(found);
    return found.kind;
  }

  const TokenText& story_;
  Words words_;
  const std::set<std::uint64_t>& storms_;
  bool bare_;
};

}  // namespace

void part_columns(const TokenText& story, Words words,
                  const std::set<std::uint64_t>& storms,
                  std::vector<StoryName>& mentions) {
  const Columns columns(story, words, storms);
  std::vector<StoryName> parted;
  parted.reserve(mentions.size());
  for (const StoryName& mention : mentions) columns.part(mention, parted);
  mentions.swap(parted);
}

}  // namespace broadsheet
