// TREC and Gigaword collections: <DOC> ... </DOC>, each paper with its tags.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_trec(std::string_view head);
std::unique_ptr<Reader> open_trec(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

/// One story from "<DOC" to "</DOC>".
Article parse_trec_story(std::string_view story);

}  // namespace broadsheet
