// Versions of a story, as their sources number them.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace broadsheet {

/// Numbers in a version compare as numbers: "1.10" is above "1.9" and "1.x",
/// and equal to "01.10".
std::weak_ordering compare_versions(std::string_view a, std::string_view b);

/// The same for versions that are equal, and only for those: "1.10".
std::string plain_version(std::string_view version);

}  // namespace broadsheet
