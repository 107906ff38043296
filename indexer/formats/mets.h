// METS: an issue of a scanned newspaper. Its logical structure says which zones
// of which pages (files of ALTO beside it) are a story; what no story holds is
// one story a page.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/file_source.h"
#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_mets(std::string_view head);
std::unique_ptr<Reader> open_mets(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

/// With the pages that `beside` opens; open_mets() has none.
std::unique_ptr<Reader> open_issue(Input& mets, OpenBeside beside,
                                   OnSkip on_skip);

/// The paths of the pages that METS names, from its directory.
std::vector<std::string> pages_named_by(Input& mets);

}  // namespace broadsheet
