// Which of the titles that a page gives is the headline.
#pragma once

#include <string>

#include "common/news/article.h"
#include "indexer/formats/dom.h"
#include "indexer/formats/json_ld.h"
#include "indexer/formats/meta_elements.h"

namespace broadsheet {

/// The heading that stands on the page where its title or its data confirm it,
/// else what the data has, else the <title>; without the name of the outlet,
/// which is known from the source and the URL of `article`.
std::string headline_of(const JsonLd& data, const MetaElements& metas,
                        Dom& page, const Article& article);

/// The outlet behind the headline in the page's <title>: "Mole closed - The
/// Ledger"; where the address is known, one that is in its host's name.
std::string outlet_in_title(Dom& page, const Article& article);

}  // namespace broadsheet
