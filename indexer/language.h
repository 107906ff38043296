// The language of a story.
#pragma once

#include <string>

#include "common/news/article.h"

namespace broadsheet {

/// ISO 639-1 of the declared language ("en-GB" is "en"), else what CLD2 finds
/// if it is sure of it, else "und".
std::string language_of(const Article& article);

}  // namespace broadsheet
