// NewsML 1 and its relative, the <newsitem> of Reuters RCV1.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_newsml1(std::string_view head);
std::unique_ptr<Reader> open_newsml1(Input& input, const ReadOptions&,
                                     OnSkip on_skip);

}  // namespace broadsheet
