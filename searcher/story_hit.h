// A stored story as what `show` and lists of hits print.
#pragma once

#include <string>

#include "common/index/record.h"
#include "searcher/hits.h"

namespace broadsheet {

/// Without rank, score or marks.
Hit to_hit(const Story& story, const std::string& archive);

}  // namespace broadsheet
