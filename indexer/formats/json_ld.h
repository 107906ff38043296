// The schema.org data of a page: what it says of the story.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/formats/dom.h"

namespace broadsheet {

/// The first thing on the page that is a story: one of itself before those in
/// a list of others, either before a mere web page. References between things
/// ("@id") are followed.
class JsonLd {
 public:
  explicit JsonLd(Dom& page);
  JsonLd(const JsonLd&) = delete;

  /// The texts of the story's member: dotted paths as in value_at().
  std::vector<std::string> texts(std::string_view member) const;
  /// The first of them, entities resolved; empty if there is none.
  std::string text(std::string_view member) const;

 private:
  void read(std::string text);
  void visit(const nlohmann::json& value, int depth, bool in_list);
  void gather(const nlohmann::json& value,
              std::vector<std::string>& found) const;

  std::deque<nlohmann::json> values_;  // addresses must hold
  const nlohmann::json* story_ = nullptr;
  int rank_ = 0;  ///< of the story; the higher the better
  std::map<std::string, const nlohmann::json*> by_id_;
};

}  // namespace broadsheet
