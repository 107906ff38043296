// Who and what places are in an archive, or in the stories of a query.
#pragma once

#include <string>
#include <vector>

#include "common/index/fields.h"
#include "common/news/entity.h"
#include "searcher/archive_set.h"
#include "searcher/hits.h"
#include "searcher/name_lists.h"
#include "searcher/name_scope.h"

namespace broadsheet {

/// One row a person, or a place, of the stories whose lists were counted: most
/// stories first, then by number; at most `limit`, of `total`. A place's
/// stories are those about it or about what lies in it, as place:#ID finds
/// them. Dates are those that the lists know.
struct NameRows {
  std::vector<NameRow> rows;
  std::size_t total = 0;
};

NameRows name_rows(const ArchiveSet& archives, const NameLists& lists,
                   const NameScope& scope, std::size_t limit);

/// The same rows in short, and quick over many stories: of people those one of
/// whose spellings is among the most frequent. `distinct` counts names, of
/// which a person may have several.
Facet name_facet(const ArchiveSet& archives, const NameLists& lists,
                 const NameScope& scope, std::size_t limit);

}  // namespace broadsheet
