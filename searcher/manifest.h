// What a paper keeps of a search, so that its set of stories can be checked
// later: query, options, generations, total and a digest of the ids.
#pragma once

#include <string>
#include <vector>

#include "common/cli/options.h"
#include "searcher/search.h"

namespace broadsheet {

/// SHA-256 of the lines, each with its line end; 64 hex digits.
std::string sha256_of_lines(const std::vector<std::string>& lines);

/// --manifest: writes the file, whole or not at all; nothing without the
/// option. Throws Error if that fails.
void write_manifest(const Arguments& arguments, const Search& search);

}  // namespace broadsheet
