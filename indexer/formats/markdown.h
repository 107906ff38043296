// Markdown with a front matter of "key: value" lines: one story a file.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_markdown(std::string_view head);
std::unique_ptr<Reader> open_markdown(Input& input, const ReadOptions& options,
                                      OnSkip on_skip);

}  // namespace broadsheet
