// What the stories of a query have in common: their sources, topics, people.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/archive_set.h"
#include "searcher/hits.h"
#include "searcher/name_scope.h"

namespace broadsheet {

/// A facet tells the most frequent of its values, so many at most.
inline constexpr std::size_t kMostFacetValues = 20;

/// source, section, topic, lang, byline, year, month, day, people, places, org.
std::span<const std::string_view> facet_names();

/// Of the stories that `query` finds those that a clause finds too.
Xapian::Query narrowed(const ArchiveSet& archives, const Xapian::Query& query,
                       const std::string& clause);

/// The facets of these names, each with its most frequent values; the scope is
/// that of places. A value's
/// count is how many stories its query and `query` find together.
std::vector<Facet> facets(const ArchiveSet& archives,
                          const Xapian::Query& query,
                          const std::vector<std::string>& names,
                          const NameScope& scope = {});

}  // namespace broadsheet
