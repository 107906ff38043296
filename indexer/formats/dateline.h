// Where a story was filed, as the first paragraph prints it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

/// "ROSETTA, Egypt (Halyard)" of "ROSETTA, Egypt (Halyard) -- Egypt opened
/// ..."; empty if the paragraph begins with no dateline.
std::string dateline_of(std::string_view paragraph);

/// Where in a text the dateline of a city that needs no country begins behind
/// other words ("Mole Closed at Vik WASHINGTON -- The mole"); npos for nowhere.
std::size_t find_dateline(std::string_view text);

}  // namespace broadsheet
