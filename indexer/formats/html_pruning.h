// Taking from a page what surely is not of its story.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/formats/dom.h"

namespace broadsheet {

/// Removes what is hidden, the byline, the headline, and with `strip_unlikely`
/// what is classed as something else; text in divisions becomes paragraphs.
/// The paragraphs and the like that are left, in document order.
std::vector<DomNode*> prune(Dom& page, std::string_view headline,
                            bool strip_unlikely);

}  // namespace broadsheet
