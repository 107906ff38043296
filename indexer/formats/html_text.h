// The story's own text on a page among navigation, related links, banners and
// comments: the scoring that the reading views of browsers use (paragraphs
// vote for the element around them; A. B. Dart's Readability of 2010).
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// In paragraphs. `html` must be is_shallow(). The `headline` is left out.
std::string story_text(std::string_view html, std::string_view headline);

}  // namespace broadsheet
