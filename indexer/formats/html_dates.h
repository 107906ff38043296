// The dates of a page, offered in their order of trust.
#pragma once

#include "common/news/article.h"
#include "indexer/formats/dom.h"
#include "indexer/formats/json_ld.h"
#include "indexer/formats/meta_elements.h"

namespace broadsheet {

/// schema.org data, <meta>, elements marked as the date, and at last a day
/// that is printed in an element named for it.
void read_html_dates(const JsonLd& data, const MetaElements& metas, Dom& page,
                     Article& article);

/// For want of any other: the day right behind the headline of `article`, or
/// above it with its weekday, as newspapers print the day of an issue.
void offer_date_around_headline(Dom& page, Article& article);

}  // namespace broadsheet
