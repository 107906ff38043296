// Saved web pages: one story a file.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_html(std::string_view head);
std::unique_ptr<Reader> open_html(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

/// The story of a page in any charset; `charset` and `url` are what its
/// transport said, where there was one. Nothing lost is told to `on_skip` with
/// `record`.
Article html_story(std::string_view bytes, std::string_view charset,
                   std::string_view url, const std::string& record,
                   const OnSkip& on_skip);

}  // namespace broadsheet
