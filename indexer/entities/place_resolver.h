// Decides which of the places that bear a name a story means: Paris in France
// or in Texas, Georgia the country or the state.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/entities/gazetteer.h"

namespace broadsheet {

/// A place name in a story; mentions are in the order of the text.
struct PlaceMention {
  std::string_view name;  ///< folded by fold_name()
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool dateline = false;
  /// Nothing but a comma or bracket stands before the next mention, so that
  /// may be what contains this: "Paris, Texas", "Paris (Texas)".
  bool next_may_contain = false;
};

/// How often a story names the people of a place: "Egyptian", twice.
struct DemonymCount {
  const Place* place = nullptr;
  std::uint32_t count = 0;
};

/// Where the source of a story is at home, as far as it is known.
struct HomeRegion {
  std::string_view country;  ///< ISO 3166 alpha-2
  std::string_view admin1;   ///< GeoNames code; may be empty
  bool located = false;      ///< lat and lon hold
  float lat = 0;
  float lon = 0;

  explicit HomeRegion(const Place& place);
  HomeRegion() = default;
};

/// One place for each mention, nullptr where the gazetteer knows none. All
/// mentions of one name get one place. The answer depends on the arguments
/// alone: scores are integers, and ties fall to the gazetteer's order.
std::vector<const Place*> resolve_places(
    const Gazetteer& gazetteer, std::span<const PlaceMention> mentions,
    std::span<const DemonymCount> demonyms = {},
    const std::optional<HomeRegion>& home = std::nullopt);

/// Kilometres between two points, good to about 1 % below 1,000 km.
int distance_km(float lat1, float lon1, float lat2, float lon2);

}  // namespace broadsheet
