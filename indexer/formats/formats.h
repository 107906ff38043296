// The table of formats: one row and one file each.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

/// One format. `sniff` sees the first bytes (up to kSniffSize) and the name,
/// and is true only if the content is surely of this format.
struct Format {
  std::string_view name;        ///< as --as and `indexer formats` have it
  std::string_view extensions;  ///< "json,geojson"; separated by commas
  std::string_view help;
  bool (*sniff)(std::string_view head);
  std::unique_ptr<Reader> (*open)(Input&, const ReadOptions&, OnSkip);
};

inline constexpr std::size_t kSniffSize = 4096;

/// All formats, in the order in which detection tries them.
std::span<const Format> formats();

/// By content, then by extension, then plain text if the bytes are text;
/// null where no format claims the input (it is then "ignored").
const Format* detect(Input& input);

/// The format of that name; throws Error with a suggestion.
const Format& format_named(std::string_view name);

}  // namespace broadsheet
