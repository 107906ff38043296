// The versions of a story, each a story by itself.
#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/record.h"
#include "searcher/hits.h"

namespace broadsheet {

/// All versions of a story, newest first; one of which no version is known is
/// alone.
std::vector<StoryVersion> versions_of(const Xapian::Database& database,
                                      const Story& story);

}  // namespace broadsheet
