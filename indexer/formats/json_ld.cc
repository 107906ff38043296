#include "indexer/formats/json_ld.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/formats/json_record.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

using nlohmann::json;

constexpr int kDeepest = 6;

/// What names of types end in, and how surely such a thing is the story.
struct StoryType {
  std::string_view ending;
  int rank;
};

constexpr StoryType kStoryTypes[] = {
    {"Article", 3}, {"Posting", 3}, {"Report", 3},
    {"Review", 2},  {"WebPage", 1},
};

/// 0 for what is no story.
int rank_of(const json& value) {
  const auto type = value.find("@type");
  if (type == value.end()) return 0;
  int best = 0;
  for (const std::string& name : strings_of(*type)) {
    for (const StoryType& story : kStoryTypes) {
      if (name.ends_with(story.ending)) best = std::max(best, story.rank);
    }
  }
  return best;
}

/// The object or the array in a <script>, without the comments and CDATA marks
/// around it; the end of an array need not be there.
std::string value_in(std::string_view script) {
  const std::size_t begin = script.find('{');
  const std::size_t end = script.rfind('}');
  if (begin == script.npos || end == script.npos || end < begin) return {};
  const std::string value(script.substr(begin, end + 1 - begin));
  const std::size_t before = script.substr(0, begin).find_last_not_of(' ');
  const bool array = before != script.npos && script[before] == '[' &&
                     (before == 0 || script[before - 1] != 'A');  // <![CDATA[
  return array ? "[" + value + "]" : value;
}

/// Without commas behind which nothing comes.
std::string without_loose_commas(std::string_view text) {
  std::string kept;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' && (at == 0 || text[at - 1] != '\\')) quoted = !quoted;
    const std::size_t next = text.find_first_not_of(" ,", at + 1);
    const bool loose = c == ',' && !quoted && next != text.npos &&
                       (text[next] == '}' || text[next] == ']');
    if (!loose) kept += c;
  }
  return kept;
}

/// What can be told of a story whose data no parser takes, quotes in its
/// headline say: fields whose values hold no quotes.
json salvaged(std::string_view text) {
  json story;
  for (const char* key : {"datePublished", "articleSection", "inLanguage"}) {
    std::size_t at = text.find(std::string("\"") + key + "\"");
    if (at == text.npos) continue;
    at = text.find_first_not_of(": ", at + std::string_view(key).size() + 2);
    if (at == text.npos || text[at] != '"') continue;
    const std::size_t end = text.find('"', at + 1);
    if (end == text.npos) continue;
    story["@type"] = "Article";
    story[key] = text.substr(at + 1, end - at - 1);
  }
  return story;
}

}  // namespace

JsonLd::JsonLd(Dom& page) {
  for (DomNode* node : elements(page.root(), {"script"})) {
    const std::string type = lower_case(node->attribute("type"));
    if (type.find("ld+json") != type.npos) read(raw_text(node));
  }
}

void JsonLd::read(std::string text) {
  // Line ends inside of strings are common and not allowed.
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  const std::string data = value_in(text);
  json value = json::parse(data, nullptr, false);
  if (value.is_discarded()) {
    value = json::parse(without_loose_commas(data), nullptr, false);
  }
  if (value.is_discarded()) value = salvaged(data);
  values_.push_back(std::move(value));
  visit(values_.back(), 0, false);
}

void JsonLd::visit(const json& value, int depth, bool in_list) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    for (const json& element : value) visit(element, depth + 1, in_list);
  }
  if (!value.is_object()) return;
  if (const auto id = value.find("@id");
      id != value.end() && id->is_string() && value.size() > 1) {
    by_id_.try_emplace(id->get<std::string>(), &value);
  }
  if (const int rank = 2 * rank_of(value) - (in_list ? 1 : 0); rank > rank_) {
    story_ = &value;
    rank_ = rank;
  }
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "author",
                          "publisher", "itemListElement", "item"}) {
    const bool list = in_list || std::string_view(key) == "itemListElement";
    if (const auto inner = value.find(key); inner != value.end()) {
      visit(*inner, depth + 1, list);
    }
  }
}

std::vector<std::string> JsonLd::texts(std::string_view member) const {
  std::vector<std::string> found;
  const json* value = story_ ? value_at(*story_, member) : nullptr;
  if (value) gather(*value, found);
  return found;
}

std::string JsonLd::text(std::string_view member) const {
  const std::vector<std::string> found = texts(member);
  return found.empty() ? std::string() : decode_entities(found.front());
}

void JsonLd::gather(const json& value, std::vector<std::string>& found) const {
  if (value.is_array()) {
    for (const json& element : value) gather(element, found);
    return;
  }
  const json* object = &value;
  if (value.is_object() && value.contains("@id") && !value.contains("name")) {
    const auto known = value["@id"].is_string()
                           ? by_id_.find(value["@id"].get<std::string>())
                           : by_id_.end();
    if (known != by_id_.end()) object = known->second;
  }
  for (std::string& text : strings_of(*object)) {
    found.push_back(std::move(text));
  }
}

}  // namespace broadsheet
