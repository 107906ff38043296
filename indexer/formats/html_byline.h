// Who wrote the story on a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/news/article.h"
#include "indexer/formats/dom.h"
#include "indexer/formats/json_ld.h"
#include "indexer/formats/meta_elements.h"

namespace broadsheet {

/// From the data of the page, else from what is marked up as a byline on it:
/// the first one behind the headline of `article`. Empty if there is none.
std::string byline_of_page(const JsonLd& data, const MetaElements& metas,
                           Dom& page, const Article& article);

/// Is the element marked up as the line of an author?
bool is_byline(const DomNode* node);

/// Does it stand in a part of the page that tells of other stories?
bool is_elsewhere(const DomNode* node);

/// The short lines that are printed right behind the headline.
std::vector<std::string> lines_behind(Dom& page, std::string_view headline);

}  // namespace broadsheet
