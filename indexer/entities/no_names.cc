#include "indexer/entities/no_names.h"

#include <algorithm>

#include "indexer/entities/firm_names.h"
#include "indexer/entities/form_set.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/word_set.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

/// "Qtly Div", "N.Z. Dlrs" and "June One" of accounts.
bool is_account(Words name) {
  static const FormSet units("dlr dlrs stg");
  const StoryWord& last = name.back();
  return opens_account(name.front()) || units.has(last) ||
         (last.has(WordClass::kNumberWord) &&
          name[name.size() - 2].has(WordClass::kMonth));
}

/// "H R", as in "H R 2419".
bool is_initials(Words name) {
  return std::ranges::all_of(name, [](const StoryWord& word) {
    return word.coarse == Coarse::kInitial;
  });
}

/// "Bill H" of "Farm Bill H R 2419", "Mark V"; but "Malcolm X", and not the
/// "Kennedy I" of "said Senator Kennedy I think".
bool is_numbered_bill(Words name, const NamedPeople& people) {
  static const FormSet no_numbers("i x");
  return name.size() == 2 && name.front().has(WordClass::kGiven) &&
         name.back().coarse == Coarse::kInitial &&
         !no_numbers.has(name.back()) &&
         !people.families.contains(name.front().form);
}

/// "Pell Grant awards", "the Pell Grant"; but "Ulysses Grant".
bool is_grant(const TokenText& story, Words name) {
  static const FormSet grants("grant grants");
  static const WordSet objects(
      "application applications award awards funding funds money program "
      "programs recipient recipients");
  return name.size() == 2 && grants.has(name.back()) &&
         (has_article(story, name.front().token) ||
          objects.has(story.at(name.back().token + std::size_t{1})));
}

/// The "Administrator" who has no name, the "Room" of an address; the storm's
/// "Katrina", the "Lombard" rate, the "Below" of a bare text.
bool is_nobody(Words name, const NamedPeople& people) {
  static const FormSet things("lombard");
  if (name.size() > 1)
    return is_account(name) ||
           (people.bare &&
            (is_initials(name) || is_numbered_bill(name, people)));
  const StoryWord& first = name.front();
  if (is_never_named(first)) return true;
  return !people.has(first) &&
         (people.storms.contains(first.form) || things.has(first) ||
          (is_ordinary(first) && (people.bare || is_unheard(name))));
}

}  // namespace

std::set<std::uint64_t> storms_in(Words words) {
  static const FormSet kinds("cyclone hurricane hurricanes storm typhoon");
  const auto named = [&](std::uint32_t i) {
    return i < words.size() && !words[i].opens_region && words[i].capital;
  };
  std::set<std::uint64_t> storms;
  for (std::uint32_t i = 1; i < words.size(); ++i) {
    if (!named(i) || !words[i - 1].capital || !kinds.has(words[i - 1]))
      continue;
    storms.insert(words[i].form);
    if (named(i + 2) && is_and(words[i + 1])) storms.insert(words[i + 2].form);
  }
  return storms;
}

bool is_bill(Words words, std::uint32_t at) {
  static const FormSet chambers("h h.j hj s s.j sj"), joint("j"),
      kinds("amdt con res");
  const auto in = [&](const FormSet& forms, std::uint32_t i) {
    return i < words.size() && forms.has(words[i]);
  };
  while (at > 0 && (in(kinds, at) || (in(joint, at) && in(kinds, at + 1))))
    --at;
  return in(chambers, at) && in(kinds, at + (in(joint, at + 1) ? 2 : 1));
}

bool is_law(const TokenText& story, Words words, const StoryName& mention) {
  static const FormSet law("bill"),
      kinds(
          "appropriations authorization budget care defense education energy "
          "farm health highway housing immigration omnibus "
          "reauthorization reform security spending supplemental tax "
          "transportation");
  const std::uint32_t i = mention.begin;
  return mention.kind == Label::kPerson && mention.end > i + 1 &&
         law.has(words[i]) &&
         (has_article(story, words[i].token) ||
          (i > 0 && !words[i].opens_region && kinds.has(words[i - 1])));
}

bool opens_account(const StoryWord& word) {
  static const FormSet openers("avg hg nil oper prev qtly qtr revs shr shrs");
  return !word.has(WordClass::kGiven) && openers.has(word);
}

// "mid-February", or, where nobody in the story is called so, a "Shr" of
// accounts, a "Brent" of the oil market, a "Parkinson" that one suffers from;
// an "East" that is not "the East", a "Committee on Commerce", a bill "S. 12",
// the "State of the Union", but "in Union, N.J.".
bool names_nothing(const TokenText& story, Words name, Label kind,
                   const NamedPeople& people) {
  static const FormSet things(
      "alzheimer brent crohn hodgkin medicaid medicare palladium parkinson "
      "platinum wti yen"),
      towns("bar capitol commerce earth homeland metro union");
  if (kind == Label::kPerson &&
      (is_nobody(name, people) || is_grant(story, name)))
    return true;
  if (name.size() > 1) return false;
  const StoryWord& word = name.front();
  const bool place = kind == Label::kLocation;
  const bool bare =
      place && word.has(WordClass::kCompass) && !has_article(story, word.token);
  const bool matter =
      place && !is_sure_place(word) && is_matter(story, word.token);
  const bool common = place && towns.has(word) && !is_placed(story, word.token);
  return bare || matter || common || is_numbered(story, word.token) ||
         is_date(story, word.token) ||
         (!people.has(word) &&
          (things.has(word) || is_account(story, word.token)));
}

}  // namespace broadsheet
