// Nationalities of one story: the words for peoples, which are no places.
#pragma once

#include <span>

#include "common/news/entity.h"
#include "indexer/entities/zone_text.h"

namespace broadsheet {

class Gazetteer;

/// The demonyms that are no part of another name, or the first word of an
/// organisation's, under one label each: "Egyptians" and "Egyptian" are
/// "Egyptian". The country is given where the word is of one only.
Entities find_nationalities(std::span<const ZoneText> zones,
                            const Gazetteer& gazetteer);

}  // namespace broadsheet
