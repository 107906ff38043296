// One random database, written both ways.
#pragma once

#include <cstdint>
#include <string>

namespace broadsheet::bulk {

/// Builds random documents through the library's writer and through the loader
/// in an empty directory; compares contents, bytes where they must agree, and
/// queries; then changes both databases alike and compares again. Throws Error
/// naming the first difference. The seed decides everything.
void try_both_ways(std::uint32_t seed, const std::string& directory);

}  // namespace broadsheet::bulk
