// What the stories of a query have in common: their sources, topics, people.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/archive_set.h"
#include "searcher/hits.h"

namespace broadsheet {

/// source, section, topic, lang, byline, year, month, people, places, org.
std::span<const std::string_view> facet_names();

/// The facets of these names, each with its most frequent values. A value's
/// count is how many stories its query and `query` find together.
std::vector<Facet> facets(const ArchiveSet& archives,
                          const Xapian::Query& query,
                          const std::vector<std::string>& names);

}  // namespace broadsheet
