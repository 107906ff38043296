// JSON and JSON lines: dumps of scrapers and of newspapers' APIs.
#pragma once

#include <memory>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_json(std::string_view head);
std::unique_ptr<Reader> open_json(Input& input, const ReadOptions& options,
                                  OnSkip on_skip);

/// How a record of some dialect becomes a story; throws nothing but what
/// nlohmann::json throws on a record of a wrong shape.
using ReadRecord = Article (*)(const nlohmann::json& record,
                               const ReadOptions& options);

/// A reader of any dialect of JSON.
std::unique_ptr<Reader> open_json_dialect(Input& input,
                                          const ReadOptions& options,
                                          OnSkip on_skip, ReadRecord read);

}  // namespace broadsheet
