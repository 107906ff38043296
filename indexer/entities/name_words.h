// What the words of a name say of its kind by themselves.
#pragma once

#include <span>

#include "indexer/entities/story.h"

namespace broadsheet {

/// May the word name a place, and hardly anything else?
bool is_place(const StoryWord& word);
bool is_sure_place(const StoryWord& word);

/// "Washington": a city first, though people are called so.
bool is_namesake(const StoryWord& word);

/// Is nothing in it a name that anybody bears?
bool is_unheard(std::span<const StoryWord> words);

/// Does a capital stand beside word `at`?
bool is_in_run(std::span<const StoryWord> words, std::uint32_t at);

/// Is it as good as always written with a capital?
bool is_hardly_small(const StoryWord& word);

/// "Below", "People": is it written small in most places?
bool is_ordinary(const StoryWord& word);

/// Is it written small in a fifth of all places, or more?
bool is_usually_small(const StoryWord& word);

/// May it name a person by itself? Not the "Sincerely" of "Sincerely  Ann Lee".
bool may_stand_alone(const StoryWord& word);

/// "Inc", "Corp".
bool ends_company(const StoryWord& word);

/// Is it a title and no name as well, as "Prince" or "Major" may be?
bool is_title(const StoryWord& word);

/// "Jr", "III": behind a name.
bool is_generation(const StoryWord& word);

/// "Administrator", "Justices": before a name a title, and by itself nobody.
bool is_post(const StoryWord& word);

/// A post, a "CEO", the "Room" of an address: nobody by itself.
bool is_never_named(const StoryWord& word);

/// Is it part of a body's name: "Ministry", "Inc", "Reuters", "NATO"?
bool names_body(const StoryWord& word);

/// Are the words one entry of the lexicon?
bool is_one_phrase(std::span<const StoryWord> words, PhraseClass kind);

bool is_place_name(std::span<const StoryWord> words);

/// "TX", "Mich", "Texas": a state of the US by one word.
bool is_state(const StoryWord& word);
/// "DC": the district that Washington is.
bool is_district(const StoryWord& word);
/// "R Colo", "Texas D C": several states and letters, at least one of them a
/// state.
bool is_only_state(std::span<const StoryWord> words);

/// "ROBERTS ANNOUNCES", "Levin Urges", "PRESIDENT RESIGNS": none of the name.
bool is_headline_verb(const StoryWord& word);

/// "St. Louis", which might be anybody.
bool is_town(std::span<const StoryWord> words);

/// "Iqlim al-Tuffah", "Pulau Ular": does it begin with another language's word
/// for a landform or a settlement?
bool has_place_head(std::span<const StoryWord> words);

/// "Clarence Dock", "Collins Ave": does it end in such a word?
bool has_place_tail(std::span<const StoryWord> words);

/// "Paris Club", "Bangkok Bank Q3": a body that a town's name begins.
bool has_body(std::span<const StoryWord> words);

/// The "Madrid" of "Real Madrid".
bool is_inside_body(const StoryWord& word);

/// "Arantxa Sanchez Vicario" of "Spain's Arantxa Sanchez Vicario", which looks
/// like a place of Spain's.
bool is_persons_name(std::span<const StoryWord> words);

/// "Lyudmila Petrovna Orlova": a given name, and nothing that belongs to bodies
/// or places.
bool follows_given_name(std::span<const StoryWord> words);

/// Does nothing in it belong to bodies or places, or to the language?
bool may_be_person(std::span<const StoryWord> words);

}  // namespace broadsheet
