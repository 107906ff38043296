#include "indexer/formats/json_record.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "indexer/formats/byline.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

using nlohmann::json;

/// The names that dumps give a field of ours, best first: news-please,
/// trafilatura, newspaper4k, Scrapy projects, the APIs of newspapers.
struct Synonyms {
  std::string_view field;
  std::string_view paths;  ///< separated by spaces
};

constexpr Synonyms kSynonyms[] = {
    {"id",
     "id guid uuid _id._oid _id.$oid _id article_id articleId doc_id docid "
     "docno identifier newsId news_id story_id item_id"},
    {"headline",
     "headline headline.main headlines.basic title title.rendered webTitle "
     "heading "
     "article_title articleTitle fields.headline name meta_title og:title"},
    {"body",
     "maintext articleBody article_body body_text bodyText fields.bodyText "
     "full_text fullText fulltext cleaned_text text body content "
     "content.rendered content_text body.text article story plain_text "
     "content_html body_html html text_content raw_text"},
    {"summary",
     "short_description lead_paragraph description abstract summary excerpt"},
    {"date",
     "date_publish datePublished date_published publish_date published_date "
     "publishedAt published_at pub_date pubdate pubDate publication_date "
     "publicationDate publishDate webPublicationDate first_published "
     "firstPublished dates.published published date_gmt date issued "
     "display_date first_publish_date created_at created timestamp time"},
    {"byline",
     "authors author byline.original byline creator writer writers "
     "fields.byline credits.by by reporter"},
    {"dateline", "dateline"},
    {"source",
     "sitename site_name meta_site_name source_name source.name source.title "
     "publisher.name publisher outlet publication newspaper source_domain "
     "source-hostname hostname domain source site source_url provider"},
    {"url",
     "url canonical_link canonical_url canonicalUrl link web_url webUrl "
     "article_url permalink href source_link source"},
    {"language", "language lang meta_lang inLanguage language_code locale"},
    {"section",
     "section section_name sectionName articleSection news_desk "
     "taxonomy.primary_section category "
     "channel desk"},
    {"topics",
     "topics tags taxonomy.tags categories subjects subject meta_keywords "
     "keywords labels"},
    {"people", "people persons person"},
    {"places", "places locations place location"},
    {"orgs", "orgs organizations organisations organization organisation"},
    {"version", "version revision"},
    {"correction", "correction corrections"},
};

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    words.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<std::string_view> paths_of(std::string_view field,
                                       const ReadOptions& options) {
  if (const auto mapped = options.field_map.find(std::string(field));
      mapped != options.field_map.end()) {
    return {mapped->second};
  }
  const auto* row =
      std::find_if(std::begin(kSynonyms), std::end(kSynonyms),
                   [&](const Synonyms& s) { return s.field == field; });
  return row == std::end(kSynonyms) ? std::vector<std::string_view>()
                                    : words_of(row->paths);
}

/// The texts of the first path that has any.
std::vector<std::string> texts(const json& record, std::string_view field,
                               const ReadOptions& options) {
  for (const std::string_view path : paths_of(field, options)) {
    const json* value = value_at(record, path);
    if (!value) continue;
    std::vector<std::string> found = strings_of(*value);
    std::erase_if(found, [](const std::string& s) {
      return s.find_first_not_of(" \t\r\n") == s.npos;
    });
    if (!found.empty()) return found;
  }
  return {};
}

std::string text(const json& record, std::string_view field,
                 const ReadOptions& options) {
  std::vector<std::string> found = texts(record, field, options);
  return found.empty() ? std::string() : std::move(found.front());
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string url_in(const json& record, const ReadOptions& options) {
  for (const std::string_view path : paths_of("url", options)) {
    const json* value = value_at(record, path);
    if (value && value->is_string() && is_url(value->get<std::string>())) {
      return value->get<std::string>();
    }
  }
  return {};
}

/// Lists of topics also come as one text with commas.
std::vector<std::string> list(const json& record, std::string_view field,
                              const ReadOptions& options) {
  std::vector<std::string> found = texts(record, field, options);
  if (found.size() != 1) return found;
  const std::string whole = std::move(found.front());
  found.clear();
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end =
        std::min(whole.find_first_of(",;|", at), whole.size());
    std::string item = one_line(whole.substr(at, end - at));
    if (!item.empty()) found.push_back(std::move(item));
    at = end + 1;
  }
  return found;
}

void read_date(const json& record, const ReadOptions& options,
               Article& article) {
  for (const std::string_view path : paths_of("date", options)) {
    const json* value = value_at(record, path);
    if (!value || article.date) continue;
    for (const std::string& date : strings_of(*value)) {
      offer_date(article, DateOrigin::kMeta, date);
    }
  }
  if (article.date) article.date_rejected.clear();
}

std::string body_in(const json& record, const ReadOptions& options) {
  std::string body;
  for (const char* field : {"body", "summary"}) {
    for (const std::string& part : texts(record, field, options)) {
      add_lines(body, body_text(part));
    }
    if (!body.empty()) break;
  }
  return body;
}

/// The Washington Post and what it sells to others keep a story in pieces:
/// [{"type": "text", "content": "<p>One.</p>"}, ...]
struct Piece {
  std::string_view type;
  std::string Article::*field;
};

constexpr Piece kPieces[] = {
    {"sanitized_html", &Article::body},
    {"text", &Article::body},
    {"header", &Article::body},
    {"kicker", &Article::section},
};

void read_pieces(const json& record, Article& article) {
  for (const char* list : {"contents", "content_elements"}) {
    const json* pieces = value_at(record, list);
    if (!pieces || !pieces->is_array()) continue;
    for (const json& piece : *pieces) {
      const std::string type = first_string(piece, {"type"});
      const auto* row = std::ranges::find(kPieces, type, &Piece::type);
      if (row == std::end(kPieces)) continue;
      add_paragraph(article.*row->field,
                    one_line(body_text(first_string(piece, {"content"}))));
    }
  }
}

std::string plain(const std::string& text) {
  return holds_markup(text) ? one_line(markup_text(text)) : text;
}

std::string number_text(const json& value) {
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (std::abs(number) < 9e15 && number == std::floor(number)) {
      return fmt::format("{}", static_cast<long long>(number));
    }
  }
  return value.dump();
}

}  // namespace

const json* value_at(const json& record, std::string_view path) {
  const json* at = &record;
  while (at && !path.empty()) {
    // A key with a dot in it is found before a nested one.
    if (at->is_object()) {
      if (const auto whole = at->find(std::string(path)); whole != at->end()) {
        return whole->is_null() ? nullptr : &*whole;
      }
    }
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string key(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
    if (at->is_array() && !key.empty() &&
        key.find_first_not_of("0123456789") == key.npos && key.size() < 7) {
      const auto index = static_cast<std::size_t>(std::stoul(key));
      at = index < at->size() ? &(*at)[index] : nullptr;
    } else if (at->is_object() && at->contains(key)) {
      at = &(*at)[key];
    } else {
      return nullptr;
    }
  }
  return at && !at->is_null() ? at : nullptr;
}

std::vector<std::string> strings_of(const json& value) {
  if (value.is_string()) return {value.get<std::string>()};
  if (value.is_number()) return {number_text(value)};
  std::vector<std::string> found;
  if (value.is_array()) {
    for (const json& element : value) {
      for (std::string& text : strings_of(element)) {
        found.push_back(std::move(text));
      }
    }
  } else if (value.is_object()) {
    for (const char* key : {"name", "title", "label", "value", "text", "term",
                            "rendered", "$t", "#text", "literal", "$date"}) {
      const auto at = value.find(key);
      if (at != value.end() &&
          (at->is_string() || at->is_number() || at->is_array())) {
        return strings_of(*at);
      }
    }
  }
  return found;
}

std::string first_string(const json& record,
                         const std::vector<std::string_view>& paths) {
  for (const std::string_view path : paths) {
    const json* value = value_at(record, path);
    if (!value) continue;
    for (std::string& text : strings_of(*value)) {
      if (!text.empty()) return std::move(text);
    }
  }
  return {};
}

std::string body_text(std::string_view text) {
  std::string body;
  if (holds_markup(text)) {
    add_lines(body, markup_text(text));
    return body;
  }
  for (const std::string& paragraph : paragraphs_of(clean_text(text)))
    add_clean_paragraph(body, paragraph);
  return body;
}

std::vector<std::string_view> mappable_fields() {
  std::vector<std::string_view> fields;
  for (const Synonyms& row : kSynonyms) fields.push_back(row.field);
  return fields;
}

Article read_json_record(const json& record, const ReadOptions& options) {
  Article article;
  article.source_id = text(record, "id", options);
  article.headline = plain(text(record, "headline", options));
  article.language = language_code(text(record, "language", options));
  read_pieces(record, article);
  if (article.body.empty()) article.body = body_in(record, options);
  article.url = url_in(record, options);
  article.source = text(record, "source", options);
  if (is_url(article.source)) article.source = host_of(article.source);
  if (article.source.empty()) article.source = host_of(article.url);
  if (article.section.empty())
    article.section = text(record, "section", options);
  article.version = text(record, "version", options);
  article.correction = plain(text(record, "correction", options));
  for (const std::string& author : texts(record, "byline", options)) {
    add_authors(article.byline, authors_of(author));
  }
  article.topics = list(record, "topics", options);
  article.people = list(record, "people", options);
  article.places = list(record, "places", options);
  article.orgs = list(record, "orgs", options);
  article.dateline = text(record, "dateline", options);
  read_date(record, options, article);
  take_dateline(article);
  return article;
}

}  // namespace broadsheet
