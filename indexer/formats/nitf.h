// NITF, the News Industry Text Format.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"
#include "indexer/formats/xml.h"

namespace broadsheet {

bool is_nitf(std::string_view head);
std::unique_ptr<Reader> open_nitf(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

/// The story of a <nitf> element, which other formats carry too; what
/// `article` has already is kept.
void read_nitf(const pugi::xml_node& nitf, Article& article);

}  // namespace broadsheet
