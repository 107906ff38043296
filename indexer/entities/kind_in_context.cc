#include "indexer/entities/kind_in_context.h"

#include "indexer/entities/firm_names.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

/// The "Rezazadeh" of "a mistake by Rezazadeh" or "coach Rezazadeh", of whom no
/// list knows a place.
bool is_doer(const TokenText& story, const StoryWord& word) {
  return (is_agent(story, word.token) || follows_office(story, word.token)) &&
         !is_place(word) && word.phrase == PhraseClass::kNone &&
         !any_of_classes(word, {WordClass::kCitySmall, WordClass::kCityTiny,
                                WordClass::kDemonym, WordClass::kPlaceNoun,
                                WordClass::kCompass});
}

/// A mention, the story around it and what that says.
struct Mention {
  const TokenText& story;
  Words name;
  bool family;  ///< it ends in one of the story

  bool lone() const { return name.size() == 1; }
  std::size_t first() const { return name.front().token; }
  std::size_t end() const { return name.back().token + std::size_t{1}; }
};

/// "a letter of Abbas Araghchi", "Mexico's Ariel Cruz".
bool is_full_name(const Mention& at) {
  const bool given = any_of_classes(at.name.front(),
                                    {WordClass::kGiven, WordClass::kGivenRare});
  return (follows_given_name(at.name) && !is_placed(at.story, at.first())) ||
         (!at.lone() && given && follows_possessive(at.story, at.first()) &&
          may_be_person(at.name));
}

Label kind_of_place(const Mention& at) {
  const StoryWord& last = at.name.back();
  const bool speaker =
      at.family && (speaks(at.story, at.end()) ||
                    (!is_place(last) && !is_approached(at.story, at.first())));
  const bool person = at.lone() && (speaker || is_doer(at.story, last));
  return person || is_full_name(at) ? Label::kPerson : Label::kLocation;
}

Label kind_of_body(const Mention& at) {
  if (is_place_name(at.name) &&
      (is_inside(at.story, at.first()) || is_destination(at.story, at.first())))
    return Label::kLocation;
  return !at.lone() && follows_office(at.story, at.first()) &&
                 may_be_person(at.name)
             ? Label::kPerson
             : Label::kOrganisation;
}

Label kind_of_person(const Mention& at) {
  if (is_ship(at.story, at.first())) return Label::kMisc;
  const bool firm = at.lone() && is_possessive_firm(at.name.back()) &&
                    is_possessive(at.story, at.end());
  const bool listed = is_listed(at.story, at.first(), at.end());
  return !at.family && (listed || firm) ? Label::kOrganisation : Label::kPerson;
}

}  // namespace

Label kind_in_context(const TokenText& story, Words words,
                      const std::set<std::uint64_t>& families,
                      const StoryName& mention) {
  const Words name = words.subspan(mention.begin, mention.end - mention.begin);
  const Mention at{story, name, families.contains(name.back().form)};
  switch (mention.kind) {
    case Label::kLocation:
      return kind_of_place(at);
    case Label::kOrganisation:
      return kind_of_body(at);
    case Label::kPerson:
      return kind_of_person(at);
    default:
      return mention.kind;
  }
}

}  // namespace broadsheet
