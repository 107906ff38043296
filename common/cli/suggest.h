// "Did you mean": the nearest of some names.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace broadsheet {

/// The candidate nearest to `typed` by Damerau-Levenshtein distance (letters of
/// either case alike), if it is near enough to be meant; else empty.
std::string suggest(std::string_view typed,
                    std::span<const std::string_view> candidates);

}  // namespace broadsheet
