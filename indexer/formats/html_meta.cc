#include "indexer/formats/html_meta.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/formats/html_byline.h"
#include "indexer/formats/html_dates.h"
#include "indexer/formats/html_headline.h"
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
       {std::string(page.root()->attribute("lang")), data.text("inLanguage"),
        metas.first("language")}) {
    const std::string code = language_code(declared);
    if (!code.empty()) return code;
  }
  return {};
}

}  // namespace

void read_html_metadata(Dom& page, Article& article) {
  const MetaElements metas(page);
  const JsonLd data(page);
  article.language = language_of(data, metas, page);
  read_url(data, metas, page, article);
  article.source = metas.first("source");
  if (article.source.empty()) article.source = data.text("publisher");
  if (article.source.empty()) article.source = host_of(article.url);

  article.headline = headline_of(data, metas, page, article);
  article.section = metas.first("section");
  if (article.section.empty()) article.section = data.text("articleSection");
  article.source_id = metas.first("id");
  article.correction = data.text("correction");
  article.body = data.text("articleBody");
  read_topics(data, metas, article);
  article.byline = byline_of_page(data, metas, page, article);
  read_html_dates(data, metas, page, article);
}

}  // namespace broadsheet
