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

/// One entity a place, in order of first mention. `dateline` is the article's
/// dateline; `values` are the editors' places.
Entities find_places(std::span<const ZoneText> zones, std::string_view dateline,
                     const std::vector<std::string>& values,
                     const Gazetteer& gazetteer);

}  // namespace broadsheet
