// Names of people as terms: their words, and the key that joins spellings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

}  // namespace broadsheet
