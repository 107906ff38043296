#include "indexer/entities/joined_people.h"

#include <algorithm>

#include "indexer/entities/firm_names.h"
#include "indexer/entities/form_set.h"
#include "indexer/entities/hash.h"
#include "indexer/entities/joined_places.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/titled_people.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

bool is_party(const StoryWord& word) {
  static const FormSet parties("d i id r");
  return word.capital && parties.has(word);
}

/// The end of "TX", "Mich", "N H" or "New Hampshire" at word `i`; `i` if no
/// state is there.
std::uint32_t end_of_state(Words words, std::uint32_t i) {
  static const FormSet letters("n r s w"), heads("new north rhode south west"),
      tails("carolina dakota hampshire island jersey mexico virginia york");
  const auto goes_on = [&](std::uint32_t at) {
    return at < words.size() && !words[at].opens_region && words[at].capital;
  };
  if (!goes_on(i)) return i;
  if (is_state(words[i])) return i + 1;
  if (!goes_on(i + 1)) return i;
  const StoryWord& next = words[i + 1];
  const bool whole = heads.has(words[i]) && tails.has(next);
  const bool cut = letters.has(words[i]) &&
                   (next.coarse == Coarse::kInitial || is_state(next));
  return whole || cut ? i + 2 : i;
}

/// The end of "R TX" or "of Maine" at word `i`; `i` if none is there.
std::uint32_t end_of_origin(Words words, std::uint32_t i) {
  if (!is_party(words[i]) && words[i].coarse != Coarse::kOf) return i;
  const std::uint32_t end = end_of_state(words, i + 1);
  return end > i + 1 ? end : i;
}

/// "Sen": an office in short, or, as in "Amartya Sen", a name.
bool is_short_office(const StoryWord& word) {
  static const FormSet short_forms("gov rep reps sen sens");
  return word.capital && short_forms.has(word);
}

bool is_whole_office(const StoryWord& word) {
  return is_office(word) && !is_short_office(word);
}

bool is_name(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kGiven, WordClass::kFamily,
                               WordClass::kGivenRare, WordClass::kFamilyRare});
}

/// "Senators", "Wednesday" or the "While" of a next sentence: words that end a
/// name and are none.
bool is_between(const StoryWord& word) {
  static const FormSet openers(
      "after before comptroller congress senate since that the these they this "
      "when while");
  const bool ends = openers.has(word) || word.has(WordClass::kDay) ||
                    is_whole_office(word) ||
                    (!is_name(word) && word.has(WordClass::kRole));
  return word.capital && ends;
}

/// The "As", "Contact", "Announces" or "Sen" of a bare text.
bool is_between_in_bare(const StoryWord& word) {
  const bool ordinary = is_usually_small(word) &&
                        word.coarse != Coarse::kInitial &&
                        !word.has(WordClass::kParticle) &&
                        (!is_name(word) || word.has(WordClass::kFunction));
  return word.capital &&
         (ordinary || is_headline_verb(word) || is_short_office(word));
}

/// "U S", which the points have left.
bool is_america(Words words, std::uint32_t i, std::uint32_t end) {
  static const std::uint64_t u = hash_of("u"), s = hash_of("s");
  return i + 1 < end && words[i].form == u && words[i + 1].form == s &&
         words[i].capital && words[i + 1].capital;
}

/// Parts one mention of a person.
class Parting {
 public:
  Parting(Words words, const PeopleAround& around, StoryName person,
          std::vector<StoryName>& into)
      : words_(words), around_(around), person_(person), into_(into) {}

  void run() {
    row_ = is_row();
    for (std::uint32_t i = person_.begin + 1; i < person_.end; ++i) {
      const std::uint32_t next = next_person(i);
      if (next == i && !begins_person(i)) continue;
      // The "Marine" of "Marine Secretary Bernadette Ip" is nobody.
      const bool office = i == person_.begin + 1 && next < person_.end &&
                          words_[i].has(WordClass::kRole) &&
                          !is_family(person_.begin);
      parted_ = true;
      if (!office) add(i);
      person_.begin = next;
      while (person_.begin < person_.end && is_gap(person_.begin))
        ++person_.begin;
      i = person_.begin;
    }
    add(person_.end);
  }

 private:
  bool is_family(std::uint32_t i) const {
    return around_.families.contains(words_[i].form);
  }

  bool is_titled() const {
    return person_.begin > 0 && !words_[person_.begin].opens_region &&
           is_office(words_[person_.begin - 1]);
  }

  /// Does word `i` stand between people?
  bool is_gap(std::uint32_t i) const {
    const bool last = i + 1 == person_.end;
    return is_between(words_[i]) ||
           (around_.bare &&
            (is_and(words_[i]) ||
             (is_between_in_bare(words_[i]) && !(last && is_family(i)))));
  }

  void add(std::uint32_t end) {
    end = trimmed(end);
    if (end <= person_.begin) return;
    if (!is_america(words_, person_.begin, end))
      person_.begin +=
          count_titles(words_.subspan(person_.begin, end - person_.begin));
    const Words name = words_.subspan(person_.begin, end - person_.begin);
    const StoryWord& first = name.front();
    const bool piece = parted_ && name.size() == 1 && !is_family(person_.begin);
    if (piece && around_.bare && !may_stand_alone(first)) return;
    const bool capital =
        end_of_capital(words_, {person_.begin, end, Label::kPerson}) == end;
    const bool place = capital || is_only_state(name) ||
                       (piece && (is_state(first) || is_sure_place(first) ||
                                  is_namesake(first)));
    if (!place)
      into_.push_back({person_.begin, end, Label::kPerson});
    else if (capital || is_place(first))
      into_.push_back({person_.begin, end, Label::kLocation});
  }

  /// Family names of the story alone, as in "Schumer Clinton"; in a bare text
  /// half of them do.
  bool is_row() const {
    const Words name =
        words_.subspan(person_.begin, person_.end - person_.begin);
    const StoryWord& first = name.front();
    const bool given = first.has(WordClass::kGiven) &&
                       !(around_.bare && first.has(WordClass::kFamily));
    if (name.size() < 2 || first.form == name.back().form || given)
      return false;
    const auto known = std::ranges::count_if(name, [&](const auto& word) {
      return around_.families.contains(word.form);
    });
    const bool names = std::ranges::all_of(name, [](const auto& word) {
      return any_of_classes(word, {WordClass::kFamily, WordClass::kFamilyRare});
    });
    const auto size = std::ssize(name);
    return known == size ||
           (around_.bare && size > 2 && names && known * 2 >= size);
  }

  /// The first word behind `i` that may belong to the next person, where the
  /// one so far ends at `i`; `i` if nobody ends there.
  std::uint32_t next_person(std::uint32_t i) const {
    if (const std::uint32_t end = end_of_origin(words_, i); end > i) return end;
    if (is_america(words_, i, person_.end)) return i + 2;
    if (around_.bare && words_[i].coarse != Coarse::kInitial &&
        end_of_state(words_, i) == i + 2)
      return i + 2;
    const StoryWord& word = words_[i];
    // "Senator Jeff Sessions Alabama", or where the story has a Jeff Sessions.
    const bool behind_all =
        i + 1 == person_.end && (is_family(i - 1) || is_titled());
    const bool state = i > person_.begin + 1 && is_state(word) &&
                       (word.coarse == Coarse::kAcronym ||
                        (around_.bare && (!is_name(word) || behind_all)));
    return i + (state || is_gap(i));
  }

  /// Does word `i` begin the next person, with nothing between?
  bool begins_person(std::uint32_t i) const {
    const StoryWord& word = words_[i];
    const bool full = i > person_.begin + 1;
    if (row_) return true;
    if (word.form == words_[i - 1].form) return full || is_family(i);
    if (!around_.bare || !full || i + 1 == person_.end ||
        is_state(words_[i + 1]) || is_party(words_[i + 1]) ||
        words_[i - 1].coarse == Coarse::kInitial ||
        (word.phrase != PhraseClass::kNone && !word.opens_phrase) ||
        !word.has(WordClass::kGiven))
      return false;
    const bool parts = !word.has(WordClass::kFamily) || is_family(i - 1) ||
                       !words_[i - 1].has(WordClass::kGiven);
    return parts && !is_generation(words_[i + 1]);
  }

  /// The end of "Tom Harkin" in "Tom Harkin D", whose state stands elsewhere;
  /// but "John Paul I".
  std::uint32_t trimmed(std::uint32_t end) const {
    if (person_.begin >= end) return end;
    static const FormSet parties("d r"), letters("d i m r u"), pronoun("i");
    const StoryWord& last = words_[end - 1];
    const bool letter =
        end > person_.begin + 2 && (around_.bare ? letters : parties).has(last);
    if (letter || (around_.bare && pronoun.has(last))) --end;
    while (person_.begin < end && !words_[end - 1].capital) --end;
    while (person_.begin < end && is_headline_verb(words_[end - 1])) --end;
    return end;
  }

  Words words_;
  const PeopleAround& around_;
  StoryName person_;
  std::vector<StoryName>& into_;
  bool row_ = false;
  bool parted_ = false;  ///< into pieces, of which `person_` is the last
};

/// The "Senator" of "Washington DC Senator Ann Lee", or the "U S" of
/// "Washington DC U S Sen Ann Lee"; the mention's end if it has none inside.
std::uint32_t end_of_place(Words words, const StoryName& mention) {
  for (std::uint32_t i = mention.begin + 1; i + 1 < mention.end; ++i)
    if (is_whole_office(words[i]) || is_america(words, i, mention.end))
      return i;
  return mention.end;
}

/// What follows the place, which ends at `end`, with no office before it.
StoryName person_behind(Words words, std::uint32_t end,
                        const StoryName& mention) {
  std::uint32_t begin = end;
  while (begin < mention.end &&
         (is_office(words[begin]) || is_america(words, begin, mention.end)))
    begin += is_office(words[begin]) ? 1 : 2;
  return {begin, mention.end, Label::kPerson};
}

/// May nothing in it but people be named?
bool names_people(Words name) {
  return std::ranges::none_of(name, [](const auto& word) {
    return names_body(word) ||
           (word.capital && is_usually_small(word) && !is_name(word) &&
            word.coarse != Coarse::kInitial);
  });
}

/// In a bare text the people of "Washington DC Senators Carl Levin and Jack
/// Reed", taken for a body, or of "Carl Levin Jack Reed", where the story has
/// both; or the mention.
StoryName people_in_body(Words words, const PeopleAround& around,
                         const StoryName& mention) {
  const Words name = words.subspan(mention.begin, mention.end - mention.begin);
  const auto family = [&](const StoryWord& word) {
    return around.families.contains(word.form);
  };
  if (name.front().has(WordClass::kGiven) && family(name.back()) &&
      std::ranges::count_if(name, family) > 1 && names_people(name))
    return {mention.begin, mention.end, Label::kPerson};
  for (std::uint32_t i = mention.begin; i + 1 < mention.end; ++i)
    if (is_office(words[i]) && words[i + 1].capital && is_name(words[i + 1]) &&
        names_people(words.subspan(i + 1, mention.end - i - 1)))
      return {i + 1, mention.end, Label::kPerson};
  return mention;
}

}  // namespace

void part_people(Words words, const PeopleAround& around,
                 std::vector<StoryName>& mentions) {
  std::vector<StoryName> parted;
  parted.reserve(mentions.size());
  for (StoryName mention : mentions) {
    if (mention.kind == Label::kLocation) {
      const StoryName whole = mention;
      mention.end = end_of_place(words, whole);
      if (mention.end < whole.end) {
        parted.push_back(mention);
        mention = person_behind(words, mention.end, whole);
        if (mention.begin == mention.end) continue;
      }
    }
    if (around.bare && mention.kind == Label::kOrganisation)
      mention = people_in_body(words, around, mention);
    if (mention.kind == Label::kPerson)
      Parting(words, around, mention, parted).run();
    else
      parted.push_back(mention);
  }
  mentions.swap(parted);
}

}  // namespace broadsheet
