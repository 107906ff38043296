// Organisations of one story.
#pragma once

#include <span>

#include "common/news/entity.h"
#include "indexer/entities/zone_text.h"

namespace broadsheet {

/// One entity an organisation, in order of first mention. A name joins the one
/// that differs only in "Inc" and the like.
Entities group_orgs(std::span<const ZoneText> zones);

}  // namespace broadsheet
