// A hit as JSON: the one table of its keys, in the order of the contract. The
// json, jsonl and csv formats are all made from it.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/hits.h"
#include "searcher/render/renderer.h"

namespace broadsheet {

/// A key of a hit. Absent text is "", an absent date, id or coordinate null.
struct HitKey {
  std::string_view name;
  bool whole_story;  ///< only where the hit carries its body, as in `show`
  HitDepth depth;    ///< of the hit that has it
  nlohmann::ordered_json (*value)(const Hit&);
};

std::span<const HitKey> hit_keys();

/// The keys that `fields` chooses, in its order; if it is empty, all, those of
/// a whole story only if asked. Throws Error for a name that no key has.
std::vector<const HitKey*> chosen_keys(const std::vector<std::string>& fields,
                                       bool whole_story);

/// How deep a hit must be for the keys that --fields chooses.
HitDepth depth_of_keys(const RenderOptions& options);

nlohmann::ordered_json to_json(const Hit& hit,
                               const std::vector<const HitKey*>& keys);
nlohmann::ordered_json to_json(const NameRow& row,
                               const std::vector<std::string>& fields = {});
nlohmann::ordered_json to_json(const TimelineRow& row,
                               const std::vector<std::string>& fields = {});
nlohmann::ordered_json to_json(const BatchRow& row,
                               const std::vector<std::string>& fields = {});

/// One line of JSON without its line end. Invalid UTF-8 becomes U+FFFD; for
/// eyes, hidden characters are written as \uXXXX.
std::string dump(const nlohmann::ordered_json& json,
                 const RenderOptions& options);

}  // namespace broadsheet
