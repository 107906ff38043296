// Reuters-21578 and files marked up like it.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_reuters_sgml(std::string_view head);
std::unique_ptr<Reader> open_reuters_sgml(Input& input, const ReadOptions&,
                                          OnSkip on_skip);

/// One story from "<REUTERS" to "</REUTERS>"; what is missing stays empty.
Article parse_reuters_story(std::string_view story);

}  // namespace broadsheet
