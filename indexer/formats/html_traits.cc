#include "indexer/formats/html_traits.h"

#include <algorithm>
#include <string>

#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

const Names kPositive = {"article", "body", "content", "entry",      "hentry",
                         "h-entry", "main", "page",    "pagination", "post",
                         "text",    "blog", "story"};
const Names kNegative = {
    "-ad-",     "hidden",     "banner",  "combx",    "comment", "com-",
    "contact",  "footer",     "gdpr",    "masthead", "media",   "meta",
    "outbrain", "promo",      "related", "scroll",   "share",   "shoutbox",
    "sidebar",  "skyscraper", "sponsor", "shopping", "tags",    "widget"};
const Names kPhrasing = {
    "abbr",   "audio",  "b",        "bdo",   "br",   "button",   "cite",
    "code",   "data",   "datalist", "dfn",   "em",   "embed",    "i",
    "img",    "input",  "kbd",      "label", "mark", "math",     "meter",
    "object", "output", "progress", "q",     "ruby", "samp",     "select",
    "small",  "span",   "strong",   "sub",   "sup",  "textarea", "time",
    "var",    "wbr",    "font"};

/// How much of `b`'s words are not among `a`'s, turned around: 1 is equal.
double similarity(std::string_view a, std::string_view b) {
  const std::vector<std::string> known = folded_words(a);
  const std::vector<std::string> other = folded_words(b);
  if (known.empty() || other.empty()) return 0;
  std::size_t all = 0;
  std::size_t alien = 0;
  for (const std::string& word : other) {
    all += word.size() + 1;
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      alien += word.size() + 1;
    }
  }
  return 1 - static_cast<double>(alien) / static_cast<double>(all);
}

}  // namespace

bool one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool holds_any(std::string_view text, const Names& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != text.npos;
  });
}

bool has_word(std::string_view names, const Names& words) {
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end =
        std::min(names.find_first_of(" -_", at), names.size());
    if (one_of(names.substr(at, end - at), words)) return true;
    at = end + 1;
  }
  return false;
}

bool is_blank(const DomNode* node) {
  return node->is_text() &&
         node->text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool is_phrasing(const DomNode* node) {
  if (node->is_text() || one_of(node->tag, kPhrasing)) return true;
  const bool wraps = node->is("a") || node->is("del") || node->is("ins");
  return wraps && std::all_of(node->children.begin(), node->children.end(),
                              [](const DomNode* n) { return is_phrasing(n); });
}

bool is_visible(const DomNode* node) {
  const std::string style = lower_case(node->attribute("style"));
  const auto styled = [&](std::string_view key, std::string_view value) {
    const std::size_t at = style.find(key);
    if (at == style.npos) return false;
    const std::size_t colon = style.find_first_not_of(": ", at + key.size());
    return colon != style.npos &&
           style.compare(colon, value.size(), value) == 0;
  };
  if (styled("display", "none") || styled("visibility", "hidden")) return false;
  for (const auto& [key, value] : node->attributes) {
    if (key == "hidden") return false;
    if (key == "aria-hidden" && value == "true") {
      return node->class_and_id().find("fallback-image") != std::string::npos;
    }
  }
  return true;
}

bool has_property(const DomNode* node, std::string_view name) {
  for (const char* key : {"itemprop", "property"}) {
    std::string_view names = node->attribute(key);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      const std::string_view whole = names.substr(0, end);
      if (whole.substr(whole.rfind(':') + 1) == name) return true;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return false;
}

double link_density(DomNode* node) {
  const std::size_t all = inner_text(node).size();
  if (all == 0) return 0;
  double linked = 0;
  for (DomNode* link : elements(node, {"a"})) {
    // A jump inside the page is hardly a link.
    const double weight = link->attribute("href").starts_with('#') ? 0.3 : 1;
    linked += weight * static_cast<double>(inner_text(link).size());
  }
  return linked / static_cast<double>(all);
}

std::size_t comma_count(std::string_view text) {
  constexpr std::string_view kCommas[] = {",",   "،",  "﹐", "︐",
                                          "⹁", "，", "、", "؛"};
  std::size_t count = 0;
  for (const std::string_view comma : kCommas) {
    for (std::size_t at = 0; (at = text.find(comma, at)) != text.npos;) {
      at += comma.size();
      ++count;
    }
  }
  return count;
}

std::size_t text_length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

double class_weight(const DomNode* node) {
  double weight = 0;
  for (const char* key : {"class", "id"}) {
    const std::string value = lower_case(node->attribute(key));
    if (value.empty()) continue;
    if (holds_any(value, kNegative)) weight -= 25;
    if (holds_any(value, kPositive)) weight += 25;
  }
  return weight;
}

bool repeats(DomNode* node, std::string_view headline) {
  if (!node->is("h1") && !node->is("h2")) return false;
  return !headline.empty() && similarity(headline, inner_text(node)) > 0.75;
}

}  // namespace broadsheet
