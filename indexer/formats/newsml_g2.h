// NewsML-G2: news items, alone or in a message.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_newsml_g2(std::string_view head);
std::unique_ptr<Reader> open_newsml_g2(Input& input, const ReadOptions&,
                                       OnSkip on_skip);

}  // namespace broadsheet
