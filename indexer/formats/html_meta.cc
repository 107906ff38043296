#include "indexer/formats/html_meta.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/formats/html_byline.h"
#include "indexer/formats/html_dates.h"
#include "indexer/formats/html_headline.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/json_ld.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/meta_elements.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// The address behind that of a web archive's copy.
std::string_view original_url(std::string_view url) {
  const std::size_t copy = url.find("/web/");
  const std::size_t inner = url.find("/http", std::min(copy, url.size()));
  return inner == url.npos ? url : url.substr(inner + 1);
}

/// The text of an element that is marked as that property, and its name's if it
/// has one.
std::string property_of(Dom& page, std::string_view name) {
  for (DomNode* node : elements(page.body())) {
    if (!has_property(node, name)) continue;
    for (const DomNode* part : elements(node)) {
      if (!has_property(part, "name")) continue;
      const std::string_view content = part->attribute("content");
      return content.empty() ? inner_text(part) : std::string(content);
    }
    return inner_text(node);
  }
  return {};
}

/// The category that blogs print with a story.
std::string category_of(Dom& page) {
  for (DomNode* node : elements(page.body(), {"a"})) {
    const std::string_view rel = node->attribute("rel");
    if (rel.starts_with("category") && !is_elsewhere(node)) {
      return inner_text(node);
    }
  }
  return {};
}

/// The declared language with its country, for dates are printed by countries:
/// the site's own before the one that its software declares.
std::string locale_of(const std::string& declared, std::string_view host) {
  constexpr std::string_view kDayFirst[] = {
      ".uk", ".au", ".nz", ".ie", ".in", ".za", ".ng", ".ke", ".gh", ".ug",
      ".tz", ".zw", ".pk", ".lk", ".bd", ".sg", ".my", ".hk", ".mt", ".jm"};
  if (!declared.starts_with("en")) return declared;
  for (const std::string_view country : kDayFirst) {
    if (host.ends_with(country)) return "en-GB";
  }
  const bool american = host.ends_with(".gov") || host.ends_with(".us");
  return american ? "en-US" : declared;
}

void read_url(const JsonLd& data, const MetaElements& metas, Dom& page,
              Article& article) {
  for (DomNode* node : elements(page.root(), {"link"})) {
    if (node->attribute("rel") == "canonical" &&
        is_url(node->attribute("href"))) {
      article.url = node->attribute("href");
      break;
    }
  }
  for (const std::string& url : {metas.first("url"), data.text("url")}) {
    if (!is_url(article.url) && is_url(url)) article.url = url;
  }
  for (DomNode* node : elements(page.body(), {"input"})) {
    // The bar that a web archive puts above its copies.
    if (is_url(article.url) || node->attribute("name") != "url") continue;
    if (std::string(node->attribute("id")).starts_with("wm"))
      article.url = node->attribute("value");
  }
  article.url = std::string(original_url(article.url));
}

void read_topics(const JsonLd& data, const MetaElements& metas,
                 Article& article) {
  const auto add = [&](std::string_view list) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t end =
          std::min(list.find_first_of(",;", at), list.size());
      std::string topic = one_line(decode_entities(list.substr(at, end - at)));
      const bool known = std::find(article.topics.begin(), article.topics.end(),
                                   topic) != article.topics.end();
      if (!topic.empty() && !known) article.topics.push_back(std::move(topic));
      at = end + 1;
    }
  };
  for (const std::string& topic : data.texts("keywords")) add(topic);
  if (article.topics.empty()) {
    metas.each("topics", [&](const std::string& topic) { add(topic); });
  }
}

std::string language_of(const JsonLd& data, const MetaElements& metas,
                        Dom& page) {
  for (const std::string& declared :
       {std::string(page.root()->attribute("lang")),
        std::string(page.root()->attribute("xml:lang")),
        data.text("inLanguage"), metas.first("language")}) {
    if (!language_code(declared).empty()) return declared;
  }
  return {};
}

}  // namespace

void read_html_metadata(Dom& page, Article& article) {
  const MetaElements metas(page);
  const JsonLd data(page);
  read_url(data, metas, page, article);
  article.language =
      locale_of(language_of(data, metas, page), host_of(article.url));
  article.source = metas.first("source");
  // "The Ledger | News from Vik"
  article.source.resize(
      std::min(article.source.find(" | "), article.source.size()));
  if (article.source.empty()) article.source = data.text("publisher");
  if (article.source.empty()) article.source = property_of(page, "publisher");
  const bool named = !article.source.empty();
  if (!named) article.source = host_of(article.url);

  article.headline = headline_of(data, metas, page, article);
  if (!named) {
    const std::string outlet = outlet_in_title(page, article);
    if (!outlet.empty()) article.source = outlet;
  }
  article.section = metas.first("section");
  if (article.section.empty()) article.section = data.text("articleSection");
  if (article.section.empty()) {
    article.section = property_of(page, "articleSection");
  }
  if (article.section.empty()) article.section = category_of(page);
  article.source_id = metas.first("id");
  article.correction = data.text("correction");
  article.body = data.text("articleBody");
  read_topics(data, metas, article);
  article.byline = byline_of_page(data, metas, page, article);
  read_html_dates(data, metas, page, article);
}

}  // namespace broadsheet
