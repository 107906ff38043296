// What a page says of itself: schema.org data, OpenGraph, Dublin Core and the
// other habits of publishers.
#pragma once

#include "common/news/article.h"
#include "indexer/formats/dom.h"

namespace broadsheet {

/// Fills all fields but the body and the dateline; what the page leaves out
/// stays empty. If the schema.org data holds the text, it becomes the body.
void read_html_metadata(Dom& page, Article& article);

}  // namespace broadsheet
