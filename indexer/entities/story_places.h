// Places of one story as entities: what the text names, where it was filed, and
// what the editors say, each resolved to an entry of the gazetteer.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/news/entity.h"
#include "indexer/entities/zone_text.h"

namespace broadsheet {

class Gazetteer;
struct Place;

/// What besides the text's own words tells which places are meant.
struct PlaceContext {
  std::string_view dateline;  ///< as printed
  std::span<const std::string> editors;
  std::span<const Entity> nationalities;
  const Place* home = nullptr;  ///< of the story's source
};

/// One entity a place, in order of first mention; a place that only the
/// dateline or the editors name has no mentions.
Entities find_places(std::span<const ZoneText> zones,
                     const PlaceContext& context, const Gazetteer& gazetteer);

}  // namespace broadsheet
