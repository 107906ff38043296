// Where a term stands in one document, as glass writes it: the last position,
// then, if there are more, the first and the number in as many bits as their
// ranges need, then the rest by interpolative coding (Moffat and Stuiver: the
// middle one first, each in the bits its range leaves).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {

/// The most bytes that the tag of so many positions takes.
inline constexpr std::size_t most_position_bytes(std::size_t count) {
  return kLongestUint + sizeof(std::uint32_t) * count;
}

/// Puts the tag of the position table; where it ends. `positions` rise, and are
/// not empty.
char* put_positions(char* to, std::span<const std::uint32_t> positions);
void append_positions(std::string& to,
                      std::span<const std::uint32_t> positions);

}  // namespace broadsheet::bulk
