// What a query finds, where posting lists tell that and nothing need be
// matched: any of some words will do, and words are to be left out or not. And
// what of it need not be weighed.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace broadsheet {

/// How many stories. What will do besides (a phrase) is matched in the rest of
/// them only. Nothing for all other queries.
std::optional<std::size_t> quick_count(const Xapian::Database& database,
                                       const Xapian::Query& query);

/// The newest of the `total` stories, at most `most` of them, but for those in
/// `without`. Nothing also where to put them in order by matching is quicker,
/// or the posting lists tell not of all.
std::optional<std::vector<Xapian::docid>> quick_newest(
    const Xapian::Database& database, const Xapian::Query& query,
    std::size_t total, std::size_t most,
    const std::set<Xapian::docid>& without);

/// The alternatives of a query that weigh anything, so that what else it finds
/// comes behind all that these find; an empty query where none does.
Xapian::Query weighed(const Xapian::Query& query);

}  // namespace broadsheet
