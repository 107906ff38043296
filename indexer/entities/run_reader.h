// Reads the names out of a text's runs of capitals, by the words in them and
// around them alone.
#pragma once

#include <vector>

#include "indexer/entities/story_memory.h"

namespace broadsheet {

class PlaceWords;

/// Names rise and do not overlap; those of label kMisc wait for what the rest
/// of the story says of them.
std::vector<RuleName> read_runs(const std::vector<Word>& words,
                                const PlaceWords& places,
                                const CaseCounts& cases);

}  // namespace broadsheet
