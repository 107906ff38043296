#include "indexer/entities/joined_people.h"

#include <algorithm>

#include "indexer/entities/form_set.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/titled_people.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;
using Families = std::set<std::uint64_t>;

bool is_party(const StoryWord& word) {
  static const FormSet parties("d i id r");
  return word.capital && parties.has(word);
}

/// The end of "R TX", "D Mich" or "R N H" at word `i`; `i` if none is there.
std::uint32_t end_of_party(Words words, std::uint32_t i) {
  static const FormSet halves("n r s w");
  const auto goes_on = [&](std::uint32_t at) {
    return at < words.size() && !words[at].opens_region && words[at].capital;
  };
  if (!is_party(words[i]) || !goes_on(i + 1)) return i;
  if (is_state(words[i + 1])) return i + 2;
  const bool parted =
      halves.has(words[i + 1]) && goes_on(i + 2) &&
      (words[i + 2].coarse == Coarse::kInitial || is_state(words[i + 2]));
  return parted ? i + 3 : i;
}

/// Not the "Sen" of "Amartya Sen".
bool is_whole_office(const StoryWord& word) {
  static const FormSet short_forms("gov rep reps sen sens");
  return is_office(word) && !short_forms.has(word);
}

/// "Senators", "Wednesday" or the "While" of a next sentence: words that end a
/// name and are none.
bool is_between(const StoryWord& word) {
  static const FormSet openers(
      "after before since that the these they this when while");
  const bool name =
      any_of_classes(word, {WordClass::kGiven, WordClass::kFamily,
                            WordClass::kGivenRare, WordClass::kFamilyRare});
  const bool ends = openers.has(word) || word.has(WordClass::kDay) ||
                    is_whole_office(word) ||
                    (!name && word.has(WordClass::kRole));
  return word.capital && ends;
}

/// The first word behind `i` that may belong to the next person, where the
/// one that began with word `begin` ends at `i`; `i` if nobody ends there.
std::uint32_t next_person(Words words, std::uint32_t begin, std::uint32_t i) {
  if (const std::uint32_t end = end_of_party(words, i); end > i) return end;
  const bool code = i > begin + 1 && is_state(words[i]) &&
                    words[i].coarse == Coarse::kAcronym;
  return i + (code || is_between(words[i]));
}

/// Are all its words family names of the story, as in "Schumer Clinton"?
bool are_families(Words name, const Families& families) {
  return name.size() > 1 && name.front().form != name.back().form &&
         !name.front().has(WordClass::kGiven) &&
         std::ranges::all_of(name, [&](const StoryWord& word) {
           return families.contains(word.form);
         });
}

void part(Words words, StoryName person, const Families& families,
          std::vector<StoryName>& into) {
  const auto add = [&](std::uint32_t end) {
    const Words name = words.subspan(person.begin, end - person.begin);
    if (!name.empty() && !is_only_state(name))
      into.push_back({person.begin, end, person.kind});
  };
  const bool row = are_families(
      words.subspan(person.begin, person.end - person.begin), families);
  for (std::uint32_t i = person.begin + 1; i < person.end; ++i) {
    const std::uint32_t next = next_person(words, person.begin, i);
    const bool again =
        i > person.begin + 1 && words[i].form == words[i - 1].form;
    if (next == i && !row && !again) continue;
    // The "Marine" of "Marine Secretary Bernadette Ip" is nobody.
    const bool office = i == person.begin + 1 && next < person.end &&
                        words[i].has(WordClass::kRole) &&
                        !families.contains(words[person.begin].form);
    if (!office) add(i);
    person.begin = next;
    i = next;
  }
  // "Tom Harkin D", whose state stands elsewhere; but "John Paul I".
  static const FormSet parties("d r");
  if (person.end > person.begin + 2 && parties.has(words[person.end - 1]))
    --person.end;
  while (person.begin < person.end && is_headline_verb(words[person.end - 1]))
    --person.end;
  if (person.begin < person.end) add(person.end);
}

/// The "Senator" of "Washington DC Senator Ann Lee"; the mention's end if it
/// has none inside.
std::uint32_t office_in(Words words, const StoryName& mention) {
  for (std::uint32_t i = mention.begin + 1; i + 1 < mention.end; ++i)
    if (is_whole_office(words[i])) return i;
  return mention.end;
}

}  // namespace

void part_people(Words words, const Families& families,
                 std::vector<StoryName>& mentions) {
  std::vector<StoryName> parted;
  for (StoryName mention : mentions) {
    if (mention.kind == Label::kLocation) {
      const StoryName whole = mention;
      mention.end = office_in(words, whole);
      if (mention.end < whole.end) {
        parted.push_back(mention);
        mention = {mention.end + 1, whole.end, Label::kPerson};
      }
    }
    if (mention.kind == Label::kPerson)
      part(words, mention, families, parted);
    else
      parted.push_back(mention);
  }
  mentions.swap(parted);
}

}  // namespace broadsheet
