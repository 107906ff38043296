// Names as terms: their words, the key that joins spellings, a place's id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/news/entity.h"

namespace broadsheet {

/// Parts a name key from a word of the name in an "XPK:" term.
inline constexpr char kKeySeparator = '\x1f';

/// The folded words of a name, as the analysis makes them.
std::vector<std::string> name_words(std::string_view name);

/// The key under which one person's mentions stand: last word, space, first
/// word, particles (al, bin, de, van ...) and generation marks (Jr) left out.
/// A name of one such word has the word alone. Empty where no word is left.
std::string name_key(const std::vector<std::string>& words);

/// Has the key a first and a last name?
bool is_full_key(std::string_view key);

/// What stands for a place in terms: its gazetteer id, or "x" and the digest of
/// its name where the gazetteer does not know it.
std::string place_term_id(const Entity& place);

}  // namespace broadsheet
