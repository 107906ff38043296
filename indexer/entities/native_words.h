// Given names and titles in other scripts than Latin, folded.
#pragma once

#include <string_view>

namespace broadsheet {

/// Cyrillic and Greek given names, in the first case.
bool is_native_given_name(std::string_view folded);
/// What people are called in Cyrillic and Greek: "министр".
bool is_native_role(std::string_view folded);

/// Given names in Arabic and Hebrew letters.
bool is_semitic_given_name(std::string_view folded);
/// "وزير", "שר": without article and prepositions.
bool is_semitic_title(std::string_view folded);
/// "بن", "عبد": the next word belongs to the name as well.
bool is_semitic_link(std::string_view folded);
/// "في", "של": no part of a name.
bool is_semitic_small_word(std::string_view folded);

}  // namespace broadsheet
