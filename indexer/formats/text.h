// Plain text: one story a file.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

std::unique_ptr<Reader> open_text(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

/// The story that a text tells: headline, byline and date from the lines above
/// the body, where they are; `path` breaks ties between dates and is the last
/// resort for one.
Article parse_text(std::string_view text, std::string_view path);

}  // namespace broadsheet
