// Lists in one value slot: a story's people, places, topics.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// In a list of places, before those that contain them and are not named.
inline constexpr std::uint64_t kContaining = 0;

/// Eight bytes each, big-endian.
std::string pack_numbers(std::span<const std::uint64_t> numbers);
std::vector<std::uint64_t> unpack_numbers(std::string_view packed);

/// Each with its length before it.
std::string pack_strings(std::span<const std::string> strings);
std::vector<std::string> unpack_strings(std::string_view packed);

}  // namespace broadsheet
