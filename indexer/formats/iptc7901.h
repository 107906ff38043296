// The wire as it came: IPTC 7901 and ANPA 1312, stories between control
// characters.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_iptc7901(std::string_view head);
std::unique_ptr<Reader> open_iptc7901(Input& input, const ReadOptions&,
                                      OnSkip on_skip);

}  // namespace broadsheet
