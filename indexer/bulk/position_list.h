// Where a term stands in one document, as glass writes it: the last position,
// then, if there are more, the first and the number in as many bits as their
// ranges need, then the rest by interpolative coding (Moffat and Stuiver: the
// middle one first, each in the bits its range leaves).
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace broadsheet::bulk {

/// Appends the tag of the position table. `positions` rise, and are not empty.
void append_positions(std::string& to,
                      std::span<const std::uint32_t> positions);

}  // namespace broadsheet::bulk
