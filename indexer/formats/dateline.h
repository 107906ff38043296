// Where a story was filed, as the first paragraph prints it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// "ROSETTA, Egypt (Halyard)" of "ROSETTA, Egypt (Halyard) -- Egypt opened
/// ..."; empty if the paragraph begins with no dateline.
std::string dateline_of(std::string_view paragraph);

}  // namespace broadsheet
