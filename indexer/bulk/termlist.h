// What a document's entries in the termlist table say: its terms, its slots.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/document.h"

namespace broadsheet::bulk {

/// Sorts the terms as glass does, and makes those that occur twice one: their
/// wdfs are summed and their positions united, rising.
void normalize(std::vector<IndexTerm>& terms);

/// Sorts by slot, drops empty values, keeps the last of a slot's values.
void normalize(std::vector<IndexValue>& values);

/// Normalized terms and the sum of their wdfs; empty for no terms.
void append_termlist(std::string& to, std::span<const IndexTerm> terms,
                     std::uint64_t length);

/// Normalized values.
void append_slots(std::string& to, std::span<const IndexValue> values);

/// Two lists of slots made one.
std::string unite_slots(std::string_view a, std::string_view b);

}  // namespace broadsheet::bulk
