// How a query was understood, what each part of it finds, and why a story
// stands where it does.
#pragma once

#include <optional>
#include <string>

#include "searcher/archive_set.h"
#include "searcher/search.h"

namespace broadsheet {

/// Lines of text. With an `id`, what each part gives that story and its rank;
/// throws Error if the archives have no such story.
std::string explanation(const ArchiveSet& archives, const Search& search,
                        const SearchOptions& options,
                        const std::optional<std::string>& id);

}  // namespace broadsheet
