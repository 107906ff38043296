// What a page prints between its headline and its story, and below the story,
// without marking it up: the headline again, who wrote it, the day, rights.
#pragma once

#include "common/news/article.h"

namespace broadsheet {

/// Takes such lines out of the body; a byline and a day that they give are the
/// article's if it has none.
void take_lead(Article& article);

}  // namespace broadsheet
