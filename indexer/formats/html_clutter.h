// What an element that holds a story holds besides.
#pragma once

#include <string_view>

#include "indexer/formats/dom.h"

namespace broadsheet {

/// How hard to look; less so where a page gives too little text.
struct ClutterRules {
  bool weigh_classes = true;  ///< what an element is called counts
  bool judge_blocks = true;   ///< lists, tables and divisions by their content
};

/// Removes controls, asides, footers, headings that repeat the headline, and
/// lists, tables and divisions that are no prose.
void remove_clutter(DomNode* story, std::string_view headline,
                    const ClutterRules& rules);

/// Is it a caption, though no <figcaption>?
bool is_caption(const DomNode* node);

}  // namespace broadsheet
