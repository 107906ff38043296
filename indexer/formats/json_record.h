// One JSON object, of whichever scraper or API, as a story.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/news/article.h"
#include "indexer/formats/reader.h"

namespace broadsheet {

/// The value at a dotted path, or null: "source.name", "byline.0".
const nlohmann::json* value_at(const nlohmann::json& record,
                               std::string_view path);

/// The texts a value holds: a string, a number, the elements of an array, the
/// name, title or text of an object.
std::vector<std::string> strings_of(const nlohmann::json& value);

/// The first text of the first path that has one.
std::string first_string(const nlohmann::json& record,
                         const std::vector<std::string_view>& paths);

/// Body text in paragraphs, tags taken out if it is marked up.
std::string body_text(std::string_view text);

/// The fields that `options.field_map` may name.
std::vector<std::string_view> mappable_fields();

/// Reads a record by a table of the names that dumps give our fields;
/// `options.field_map` overrides it.
Article read_json_record(const nlohmann::json& record,
                         const ReadOptions& options);

}  // namespace broadsheet
