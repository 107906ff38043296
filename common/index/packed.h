// Lists in one value slot: a story's people, places, topics.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/error.h"

namespace broadsheet {

/// In a list of places, before those that contain them and are not named.
inline constexpr std::uint64_t kContaining = 0;

/// Eight bytes each, big-endian.
std::string pack_numbers(std::span<const std::uint64_t> numbers);
std::vector<std::uint64_t> unpack_numbers(std::string_view packed);

/// Calls `visit(number)` for each; throws Error for a list that is damaged.
template <typename Visit>
void each_number(std::string_view packed, Visit visit) {
  if (packed.size() % 8 != 0) throw Error("damaged value: a packed list");
  for (std::size_t at = 0; at < packed.size(); at += 8) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
      number = number << 8 | static_cast<unsigned char>(packed[at + i]);
    visit(number);
  }
}

/// Each with its length before it.
std::string pack_strings(std::span<const std::string> strings);
std::vector<std::string> unpack_strings(std::string_view packed);

}  // namespace broadsheet
