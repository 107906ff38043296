// The story's own text on a page among navigation, related links, banners and
// comments: the scoring that the reading views of browsers use (paragraphs
// vote for the element around them; A. B. Dart's Readability of 2010).
#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/dom.h"

namespace broadsheet {

/// In paragraphs, without the `headline`.
std::string story_text(const Dom& page, std::string_view headline);

}  // namespace broadsheet
