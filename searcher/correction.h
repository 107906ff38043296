// "Did you mean": a query with its rare words put right from the archive's own.
#pragma once

#include <xapian.h>

#include <optional>
#include <set>
#include <string>

#include "searcher/query/tree.h"

namespace broadsheet {

/// The query with each word that hardly any story holds (of text, phrases,
/// people and places) replaced by the nearest that many do: fewest edits, then
/// most stories. Nothing if no word has such a neighbour. Patterns, fuzzy and
/// literal words stay, and so do the clauses that are `known` (names that the
/// archive has, however spelt) and what is excluded.
std::optional<Node> corrected(const Node& root,
                              const Xapian::Database& database,
                              const std::set<std::string>& known);

}  // namespace broadsheet
