// Given names in short: Joe for Joseph.
#pragma once

#include <span>
#include <string_view>

namespace broadsheet {

/// The names that a folded one is short for: "ted" for Edward and Theodore;
/// none where it is no such name.
std::span<const std::string_view> in_full(std::string_view given);

/// Is one of the two short for the other? Bill and Will, which are both short
/// for William, are two.
bool is_in_short(std::string_view one, std::string_view other);

}  // namespace broadsheet
