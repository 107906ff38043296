// Which element of a page holds the story: its paragraphs vote for it.
#pragma once

#include <vector>

#include "indexer/formats/dom.h"

namespace broadsheet {

/// The element with the story, and those of its neighbours that belong to it,
/// in a new <div>. `weigh_classes`: what it is called counts, too.
DomNode* story_element(Dom& page, const std::vector<DomNode*>& paragraphs,
                       bool weigh_classes);

}  // namespace broadsheet
