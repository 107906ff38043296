#include "indexer/formats/meta_elements.h"

#include <algorithm>
#include <iterator>

#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

/// Names of <meta> elements (name, property or itemprop), best first.
struct MetaNames {
  std::string_view field;
  std::string_view names;  ///< lower case, separated by spaces
};

constexpr MetaNames kMetaNames[] = {
    {"headline",
     "dc:title dcterm:title og:title twitter:title dc.title dcterms.title "
     "parsely-title sailthru.title hdl headline title"},
    {"date",
     "article:published_time og:article:published_time og:published_time "
     "datepublished rnews:datepublished parsely-pub-date sailthru.date "
     "article.published article:published originalpublicationdate "
     "article_date_original publication_date published_date publishdate "
     "publish-date publish_date pubdate published displaydate ptime "
     "cxenseparse:recs:publishtime shareaholic:article_published_time "
     "dc.date.issued dcterms.issued dcterms.created dc.date.created "
     "dcterms.date dc.date dc:date article:created_time date "
     "datecreated timestamp"},
    {"byline",
     "parsely-author sailthru.author byl byline dc:creator dcterm:creator "
     "author article:author article:author_name article:author:name "
     "content_author og:article:author cxenseparse:author dc.creator "
     "dcterms.creator"},
    {"source",
     "og:site_name application-name dc.publisher dcterms.publisher publisher "
     "source cre og:article:author"},
    {"section",
     "article:section section parsely-section dc.subject sailthru.section cg"},
    {"topics", "article:tag news_keywords keywords parsely-tags"},
    {"url", "og:url"},
    {"language", "content-language language dc.language og:locale"},
    {"id",
     "article:id articleid article_id article.id parsely-post-id "
     "dc.identifier"},
};

}  // namespace

MetaElements::MetaElements(Dom& page) {
  for (DomNode* node : elements(page.root(), {"meta"})) {
    const std::string content = one_line(node->attribute("content"));
    if (content.empty()) continue;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string names = lower_case(node->attribute(key));
      // "dc:title og:title" in one attribute
      for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(' ', at), names.size());
        if (end > at) contents_.emplace(names.substr(at, end - at), content);
        at = end + 1;
      }
    }
  }
}

void MetaElements::each_name(
    std::string_view field,
    const std::function<void(const std::vector<std::string>&)>& use) const {
  const auto* row =
      std::find_if(std::begin(kMetaNames), std::end(kMetaNames),
                   [&](const MetaNames& m) { return m.field == field; });
  std::string_view names = row->names;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    const auto [begin, behind] =
        contents_.equal_range(std::string(names.substr(0, end)));
    std::vector<std::string> values;
    for (auto at = begin; at != behind; ++at) values.push_back(at->second);
    if (!values.empty()) use(values);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

void MetaElements::each(
    std::string_view field,
    const std::function<void(const std::string&)>& use) const {
  each_name(field, [&](const std::vector<std::string>& values) {
    for (const std::string& value : values) use(value);
  });
}

std::string MetaElements::first(std::string_view field) const {
  std::string first;
  each(field, [&](const std::string& value) {
    if (first.empty()) first = value;
  });
  return first;
}

}  // namespace broadsheet
