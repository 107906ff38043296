// Words that stand before and behind names and are no part of them:
// honorifics, offices and trades, and what qualifies those.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet {

struct Word;

/// "mr", "dame": always before a name, and of a person.
bool is_honorific(std::string_view folded);

/// Tun, Shri, Alhaji: an honorific that is hardly anybody's name.
bool is_address(std::string_view folded);
/// "president", "spokesman", "sen": an office or a trade, a rank or a kin.
bool is_role(std::string_view folded);
/// "former", "foreign", "vice": qualifies a role.
bool is_role_modifier(std::string_view folded);
/// "jr", "iii": behind a name and part of it.
bool is_name_suffix(std::string_view folded);
/// "al", "de", "van": a small word inside or at the head of a name.
bool is_particle(std::string_view folded);

/// A stop behind these ends no sentence ("Gen.", "St.").
bool is_title_abbreviation(std::string_view folded);
/// Behind these it may or may not ("Inc.", "Jr.").
bool is_tail_abbreviation(std::string_view folded);

/// The index of the first word of the title that ends just before word
/// `name`: "US Secretary of State" before "Antony". `name` itself if there is
/// none; never before word `least`.
std::size_t title_begin(const std::vector<Word>& words, std::size_t name,
                        std::size_t least = 0);

/// What the text calls the person named in words [name, end): the title before
/// the name without a courtesy such as "Mr.", or the words set off by a comma
/// behind it ("the Egyptian foreign minister"). A view into `text`.
std::string_view role_of(std::string_view text, const std::vector<Word>& words,
                         std::size_t name, std::size_t end,
                         std::size_t least = 0);

}  // namespace broadsheet
