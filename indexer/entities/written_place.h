// Place names as people write them, beyond the form that the gazetteer has.
#pragma once

#include <string_view>

#include "indexer/entities/gazetteer.h"

namespace broadsheet {

/// What the gazetteer knows of a name as news writes it: as it stands, else
/// without what is said around it: "Tewksbury Twp.", "the city of Cairo",
/// "northern Iraq", "W. Columbia"; in Russian or Ukrainian, in the first case.
PlaceName find_written(const Gazetteer& gazetteer, std::string_view folded);

/// The place that "Alexandria, Louisiana" describes: a name and, after commas,
/// what contains it. nullptr if there is none, or it does not lie in these.
const Place* described_place(const Gazetteer& gazetteer,
                             std::string_view description);

}  // namespace broadsheet
