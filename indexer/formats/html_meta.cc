#include "indexer/formats/html_meta.h"

#include <algorithm>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "common/text/fold.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

using nlohmann::json;

/// Kinds of things in schema.org that are stories.
constexpr std::string_view kStoryTypes[] = {"NewsArticle",
                                            "Article",
                                            "ReportageNewsArticle",
                                            "AnalysisNewsArticle",
                                            "OpinionNewsArticle",
                                            "BackgroundNewsArticle",
                                            "ReviewNewsArticle",
                                            "AskPublicNewsArticle",
                                            "BlogPosting",
                                            "LiveBlogPosting",
                                            "Report",
                                            "SocialMediaPosting",
                                            "TechArticle",
                                            "ScholarlyArticle",
                                            "AdvertiserContentArticle",
                                            "SatiricalArticle"};

/// Names of <meta> elements (name, property or itemprop), best first.
struct MetaNames {
  std::string_view field;
  std::string_view names;  ///< lower case, separated by spaces
};

constexpr MetaNames kMetaNames[] = {
    {"headline",
     "og:title twitter:title dc.title dcterms.title dcterm:title dc:title "
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
     "parsely-author sailthru.author byl byline author article:author "
     "dc.creator dcterms.creator dc:creator dcterm:creator "
     "cxenseparse:author"},
    {"source",
     "og:site_name application-name dc.publisher dcterms.publisher publisher "
     "source"},
    {"section",
     "article:section section parsely-section dc.subject sailthru.section cg"},
    {"topics", "article:tag news_keywords keywords parsely-tags"},
    {"url", "og:url"},
    {"language", "content-language language dc.language og:locale"},
    {"id",
     "article:id articleid article_id article.id parsely-post-id "
     "dc.identifier"},
};

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

/// All <meta> elements by name, in document order.
using Metas = std::multimap<std::string, std::string>;

Metas metas_of(Dom& page) {
  Metas metas;
  for (DomNode* node : elements(page.root(), {"meta"})) {
    const std::string content = one_line(node->attribute("content"));
    if (content.empty()) continue;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      std::string names = lowered(node->attribute(key));
      // "dc:title og:title" in one attribute
      for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(' ', at), names.size());
        if (end > at) metas.emplace(names.substr(at, end - at), content);
        at = end + 1;
      }
    }
  }
  return metas;
}

/// Calls `use` with every value of the names of a field, best first.
void each_meta(const Metas& metas, std::string_view field, const auto& use) {
  const auto* row =
      std::find_if(std::begin(kMetaNames), std::end(kMetaNames),
                   [&](const MetaNames& m) { return m.field == field; });
  std::string_view names = row->names;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    const auto range = metas.equal_range(std::string(names.substr(0, end)));
    for (auto at = range.first; at != range.second; ++at) use(at->second);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

std::string first_meta(const Metas& metas, std::string_view field) {
  std::string first;
  each_meta(metas, field, [&](const std::string& value) {
    if (first.empty()) first = value;
  });
  return first;
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// The schema.org data of a page: the story, and all things by their @id.
class JsonLd {
 public:
  explicit JsonLd(Dom& page) {
    for (DomNode* node : elements(page.root(), {"script"})) {
      const std::string type = lowered(node->attribute("type"));
      if (type.find("ld+json") != type.npos) read(raw_text(node));
    }
  }

  const json* story() const { return story_; }

  /// The texts of a member, references followed.
  std::vector<std::string> texts(std::string_view member) const {
    std::vector<std::string> found;
    const json* value = story_ ? value_at(*story_, member) : nullptr;
    if (value) gather(*value, found);
    return found;
  }

  std::string text(std::string_view member) const {
    const std::vector<std::string> found = texts(member);
    return found.empty() ? std::string() : decode_entities(found.front());
  }

 private:
  void read(std::string text) {
    // Line ends inside of strings are common and not allowed.
    for (char& c : text) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    // Comments and CDATA marks stand around it.
    std::size_t begin = text.find('{');
    const std::size_t end = text.find_last_of('}');
    if (begin == text.npos || end == text.npos || end < begin) return;
    const std::size_t before =
        text.find_last_not_of(' ', begin ? begin - 1 : 0);
    text.erase(end + 1);
    if (begin > 0 && before != text.npos && text[before] == '[' &&
        (before == 0 || text[before - 1] != 'A')) {
      text += ']';
      begin = before;
    }
    json value = json::parse(text.substr(begin), nullptr, false);
    if (value.is_discarded()) return;
    values_.push_back(std::move(value));
    visit(values_.back(), 0);
  }

  void visit(const json& value, int depth) {
    if (depth > 6) return;
    if (value.is_array()) {
      for (const json& element : value) visit(element, depth + 1);
    }
    if (!value.is_object()) return;
    if (const auto id = value.find("@id");
        id != value.end() && id->is_string() && value.size() > 1) {
      by_id_.try_emplace(id->get<std::string>(), &value);
    }
    if (!story_ && is_story(value)) story_ = &value;
    for (const char* key : {"@graph", "mainEntity", "author", "publisher",
                            "itemListElement", "item"}) {
      if (const auto inner = value.find(key); inner != value.end()) {
        visit(*inner, depth + 1);
      }
    }
  }

  static bool is_story(const json& value) {
    const auto type = value.find("@type");
    if (type == value.end()) return false;
    for (std::string name : strings_of(*type)) {
      if (const std::size_t slash = name.rfind('/'); slash != name.npos) {
        name.erase(0, slash + 1);
      }
      if (std::find(std::begin(kStoryTypes), std::end(kStoryTypes), name) !=
          std::end(kStoryTypes)) {
        return true;
      }
    }
    return false;
  }

  void gather(const json& value, std::vector<std::string>& found) const {
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

  std::deque<json> values_;  // addresses must hold
  const json* story_ = nullptr;
  std::map<std::string, const json*> by_id_;
};

std::string title_of(Dom& page) {
  for (DomNode* node : elements(page.root(), {"title"})) {
    if (!has_ancestor(node, "svg")) return inner_text(node);
  }
  return {};
}

/// The one first heading of the page, if its words are in the title.
std::string heading_of(Dom& page, std::string_view title) {
  const std::string key = fold_name(title);
  for (DomNode* node : elements(page.root(), {"h1", "h2"})) {
    const std::string text = inner_text(node);
    const std::string folded = fold_name(text);
    const bool inside = folded.size() > 10 && key.find(folded) != key.npos;
    if (inside && folded.size() * 3 > key.size()) return text;
  }
  return {};
}

constexpr std::string_view kTitleSeparators[] = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ", " -- "};

/// "Story - The Ledger" without the outlet, if that is what stands behind.
std::string without_site(const std::string& title, std::string_view site,
                         std::string_view host) {
  const std::string outlet = fold_name(site);
  const std::string domain = fold_name(host.substr(0, host.rfind('.')));
  for (const std::string_view separator : kTitleSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == title.npos || at == 0) continue;
    const std::string tail = fold_name(title.substr(at + separator.size()));
    std::string joined = tail;
    std::erase(joined, ' ');
    const bool is_outlet =
        (!outlet.empty() && (tail == outlet || outlet.starts_with(tail) ||
                             tail.starts_with(outlet))) ||
        (joined.size() > 3 && domain.find(joined) != domain.npos) ||
        (!domain.empty() && joined.starts_with(domain));
    if (is_outlet) return without_site(title.substr(0, at), site, host);
  }
  return title;
}

/// A <title> alone: its last part is an outlet if it is short and enough is
/// left without it.
std::string without_last_part(const std::string& title) {
  const auto words = [](std::string_view text) {
    return std::count(text.begin(), text.end(), ' ') + 1;
  };
  for (const std::string_view separator : kTitleSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == title.npos) continue;
    const std::string_view tail =
        std::string_view(title).substr(at + separator.size());
    if (words(tail) <= 4 && words(title.substr(0, at)) >= 3) {
      return title.substr(0, at);
    }
  }
  return title;
}

/// What stands on the page as its heading, spelled as the page's data has it
/// if that agrees; else what the data has.
std::string headline_of(const JsonLd& data, const Metas& metas, Dom& page,
                        const Article& article) {
  const std::string title = title_of(page);
  const std::string heading = heading_of(page, title);
  std::vector<std::string> candidates = {one_line(data.text("headline")),
                                         one_line(data.text("name"))};
  each_meta(metas, "headline", [&](const std::string& text) {
    candidates.push_back(one_line(decode_entities(text)));
  });
  std::erase(candidates, std::string());
  for (std::string& candidate : candidates) {
    candidate = without_site(candidate, article.source, host_of(article.url));
    if (fold_name(candidate) == fold_name(heading)) return candidate;
  }
  if (!heading.empty()) return heading;
  if (!candidates.empty()) return candidates.front();
  return without_last_part(
      without_site(title, article.source, host_of(article.url)));
}

/// Old pages only print their day, in an element named for it.
void offer_printed_date(Dom& page, Article& article) {
  for (DomNode* node : elements(page.body())) {
    const std::string names = lowered(std::string(node->attribute("class")) +
                                      " " + std::string(node->attribute("id")));
    bool named = false;
    for (const char* word :
         {"date", "time", "publish", "posted", "byline", "source", "info"}) {
      named = named || names.find(word) != names.npos;
    }
    if (!named) continue;
    const std::string text = inner_text(node);
    if (text.size() > 120) continue;
    const auto found = find_date(text, {.language = article.language});
    if (!found) continue;
    offer_date(article, DateOrigin::kText, found->date, text);
    return;
  }
}

void read_dates(const JsonLd& data, const Metas& metas, Dom& page,
                Article& article) {
  for (const char* member : {"datePublished", "dateCreated"}) {
    offer_date(article, DateOrigin::kJsonLd, data.text(member));
  }
  each_meta(metas, "date", [&](const std::string& text) {
    offer_date(article, DateOrigin::kMeta, text);
  });
  const auto offer = [&](const DomNode* node) {
    for (const char* key : {"datetime", "content", "title"}) {
      const std::string text(node->attribute(key));
      if (!text.empty()) {
        offer_date(article, DateOrigin::kTimeElement, text);
        return;
      }
    }
    offer_date(article, DateOrigin::kTimeElement, inner_text(node));
  };
  const std::string rejected = article.date_rejected;
  std::vector<DomNode*> times;
  for (DomNode* node : elements(page.body())) {
    const std::string names = lowered(node->attribute("itemprop"));
    if (names.find("datepublished") != names.npos) offer(node);
    if (node->is("time") && names.find("modified") == names.npos) {
      times.push_back(node);
    }
  }
  for (const DomNode* node : times) offer(node);
  if (!article.date) offer_printed_date(page, article);
  article.date_rejected = rejected;  // "5 min read" is no date that was lost
}

void read_byline(const JsonLd& data, const Metas& metas, Article& article) {
  for (const char* member : {"author", "creator"}) {
    for (const std::string& name : data.texts(member)) {
      if (!is_url(name)) add_authors(article.byline, authors_of(name));
    }
    if (!article.byline.empty()) return;
  }
  each_meta(metas, "byline", [&](const std::string& name) {
    const bool handle = name.starts_with('@') || is_url(name);
    if (article.byline.empty() && !handle) article.byline = authors_of(name);
  });
}

void read_url(const JsonLd& data, const Metas& metas, Dom& page,
              Article& article) {
  for (DomNode* node : elements(page.root(), {"link"})) {
    if (node->attribute("rel") == "canonical" &&
        is_url(node->attribute("href"))) {
      article.url = node->attribute("href");
      break;
    }
  }
  for (const std::string& url : {first_meta(metas, "url"), data.text("url")}) {
    if (!is_url(article.url) && is_url(url)) article.url = url;
  }
}

void read_topics(const JsonLd& data, const Metas& metas, Article& article) {
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
    each_meta(metas, "topics", [&](const std::string& topic) { add(topic); });
  }
}

std::string language_of(const JsonLd& data, const Metas& metas, Dom& page) {
  for (const std::string& declared :
       {std::string(page.root()->attribute("lang")), data.text("inLanguage"),
        first_meta(metas, "language")}) {
    const std::string code = language_code(declared);
    if (!code.empty()) return code;
  }
  return {};
}

}  // namespace

void read_html_metadata(Dom& page, Article& article) {
  const Metas metas = metas_of(page);
  const JsonLd data(page);
  article.language = language_of(data, metas, page);
  read_url(data, metas, page, article);
  article.source = first_meta(metas, "source");
  if (article.source.empty()) article.source = data.text("publisher");
  if (article.source.empty()) article.source = host_of(article.url);

  article.headline = headline_of(data, metas, page, article);
  article.section = first_meta(metas, "section");
  if (article.section.empty()) article.section = data.text("articleSection");
  article.source_id = first_meta(metas, "id");
  article.correction = data.text("correction");
  article.body = data.text("articleBody");
  read_topics(data, metas, article);
  read_byline(data, metas, article);
  read_dates(data, metas, page, article);
}

}  // namespace broadsheet
