// ninjs 1 to 3, the JSON of the IPTC.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_ninjs(std::string_view head);
std::unique_ptr<Reader> open_ninjs(Input& input, const ReadOptions& options,
                                   OnSkip on_skip);

}  // namespace broadsheet
