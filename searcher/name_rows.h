// Who and what places are in an archive, or in the stories of a query.
#pragma once

#include <string>
#include <vector>

#include "common/news/entity.h"
#include "searcher/archive_set.h"
#include "searcher/hits.h"

namespace broadsheet {

/// One row a person, or a place, of the stories that `query` finds: most
/// stories first, then by number; at most `limit`, of `total`. A place's
/// stories are those about it or about what lies in it, as place:#ID finds
/// them.
struct NameRows {
  std::vector<NameRow> rows;
  std::size_t total = 0;
};

NameRows name_rows(const ArchiveSet& archives, const Xapian::Query& query,
                   EntityKind kind, std::size_t limit);

}  // namespace broadsheet
