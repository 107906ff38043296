// What looks like a name and names nothing: words of accounts and tables,
// storms, illnesses, oil.
#pragma once

#include <cstdint>
#include <set>
#include <span>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// Whom the story names, by words of their full names.
struct NamedPeople {
  const std::set<std::uint64_t>& families;
  const std::set<std::uint64_t>& given;
  const std::set<std::uint64_t>& storms;  ///< what its storms are called
  bool bare;                              ///< the text has no punctuation

  bool has(const StoryWord& word) const {
    return families.contains(word.form) || given.contains(word.form);
  }
};

/// The names behind "Hurricane" and "Hurricanes ... and".
std::set<std::uint64_t> storms_in(std::span<const StoryWord> words);

/// Does a word stand in the name of a bill: "S. Res. 431", "H. Con. Res. 62"?
bool is_bill(std::span<const StoryWord> words, std::uint32_t at);

/// Does a person's name begin with the "Bill" of "foot the Bill Schumer said",
/// "Iraq Spending Bill Schumer said"?
bool is_law(const TokenText& story, std::span<const StoryWord> words,
            const StoryName& mention);

/// The first word of "Qtly Div" and "Hg Cash".
bool opens_account(const StoryWord& word);

/// Does the name, taken for one of this kind, name nothing in this story?
bool names_nothing(const TokenText& story, std::span<const StoryWord> name,
                   Label kind, const NamedPeople& people);

}  // namespace broadsheet
