// Web archives: WARC 1.x and the older ARC, the pages of responses.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_warc(std::string_view head);
std::unique_ptr<Reader> open_warc(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

}  // namespace broadsheet
