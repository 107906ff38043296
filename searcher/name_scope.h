// Which names are rows of people and places: --with and --within.
#pragma once

#include <vector>

#include "common/cli/options.h"
#include "common/news/entity.h"
#include "searcher/archive_set.h"
#include "searcher/marker.h"

namespace broadsheet {

struct NameScope {
  std::vector<WantedName> with;    ///< persons whose company is asked for
  std::vector<WantedName> within;  ///< places, if only what lies in one is

  bool holds(const Entity& name) const;
};

/// What the options ask for; the query has their clauses too (request.h).
NameScope name_scope_of(const Arguments& arguments, const ArchiveSet& archives);

}  // namespace broadsheet
