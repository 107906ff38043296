// ALTO: the recognised text of a scanned page. One page is one story.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_alto(std::string_view head);
std::unique_ptr<Reader> open_alto(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

}  // namespace broadsheet
