// The library's own writer: what the loader must equal.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "indexer/bulk/samples.h"
#include "indexer/document.h"

namespace broadsheet::bulk {

Xapian::Document to_xapian(const IndexDocument& document);

/// Writes a database, fresh, in one flush and without waiting for the disk.
void write_by_api(std::span<const Sample> samples,
                  const std::map<std::string, std::string>& metadata,
                  const std::string& directory, std::uint32_t block_size);

/// A compacted copy, docids kept: what was written in whatever order comes to
/// lie in the same.
void compact(const std::string& from, const std::string& to,
             std::uint32_t block_size);

/// Throws Error naming the first difference: documents, terms, frequencies,
/// postings, positions, lengths, values and their bounds, data, metadata.
void compare_contents(const std::string& one, const std::string& other);

/// Throws Error if a table's bytes differ, or the version files but for their
/// uuids.
void compare_bytes(const std::string& one, const std::string& other);

}  // namespace broadsheet::bulk
