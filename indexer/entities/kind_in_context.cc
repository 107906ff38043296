#include "indexer/entities/kind_in_context.h"

#include "indexer/entities/firm_names.h"
#include "indexer/entities/mention_list.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

/// Does no list know a place of that name?
bool is_no_place(const StoryWord& word) {
  return !is_place(word) && word.phrase == PhraseClass::kNone &&
         !any_of_classes(word, {WordClass::kCitySmall, WordClass::kCityTiny,
                                WordClass::kDemonym, WordClass::kPlaceNoun,
                                WordClass::kCompass});
}

/// The "Rezazadeh" of "a mistake by Rezazadeh" or "coach Rezazadeh", of whom no
/// list knows a place.
bool is_doer(const TokenText& story, const StoryWord& word) {
  return (is_agent(story, word.token) || follows_office(story, word.token)) &&
         is_no_place(word);
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

/// The "Balladur" of "Balladur urges restraint" or "No restraint - Balladur".
bool is_lone_speaker(const Mention& at) {
  if (!at.lone()) return false;
  const bool opens = at.story.tokens[at.first()].opens_sentence ||
                     is_flash(at.story, at.first());
  const StoryWord& word = at.name.back();
  return ((opens && urges(at.story, at.end())) ||
          is_source(at.story, at.first())) &&
         is_no_place(word) && !names_body(word) && !is_usually_small(word) &&
         !any_of_classes(word, {WordClass::kMonth, WordClass::kDay});
}

Label kind_of_place(const Mention& at) {
  const StoryWord& last = at.name.back();
  if (is_lone_speaker(at)) return Label::kPerson;
  const bool speaker =
      at.family && (speaks(at.story, at.end()) ||
                    (!is_place(last) && !is_approached(at.story, at.first())) ||
                    (is_no_place(last) && !is_placed(at.story, at.first())));
  const bool person = at.lone() && (speaker || is_doer(at.story, last));
  return person || is_full_name(at) ? Label::kPerson : Label::kLocation;
}

Label kind_of_body(const Mention& at) {
  if (is_place_name(at.name) &&
      (is_inside(at.story, at.first()) || is_destination(at.story, at.first())))
    return Label::kLocation;
  const bool officer = !at.lone() && may_be_person(at.name) &&
                       (follows_office(at.story, at.first()) ||
                        holds_office(at.story, at.first()));
  return officer || is_lone_speaker(at) ? Label::kPerson : Label::kOrganisation;
}

Label kind_of_person(const Mention& at) {
  if (is_ship(at.story, at.first())) return Label::kMisc;
  const bool firm = at.lone() && is_possessive_firm(at.name.back()) &&
                    is_possessive(at.story, at.end());
  const bool listed = is_listed(at.story, at.first(), at.end());
  return (listed && !at.lone()) || (!at.family && (listed || firm))
             ? Label::kOrganisation
             : Label::kPerson;
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

void add_speakers(const TokenText& story, Words words,
                  std::vector<StoryName>& mentions) {
  std::vector<StoryName> added;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (words[i].opens_region && words[i].capital &&
        is_lone_speaker({story, words.subspan(i, 1), false}) &&
        mention_at(mentions, i) == nullptr)
      added.push_back({i, i + 1, Label::kPerson});
  overlay(added, mentions);
}

}  // namespace broadsheet
