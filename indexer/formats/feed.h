// RSS 0.9 to 2.0 and Atom: one story an entry.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_feed(std::string_view head);
std::unique_ptr<Reader> open_feed(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

}  // namespace broadsheet
