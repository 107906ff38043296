#include "indexer/formats/newsml_g2.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "indexer/formats/byline.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/nitf.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/publication.h"

namespace broadsheet {
namespace {

/// Of several in different languages the one in the item's, or else the first.
pugi::xml_node in_language(const std::vector<pugi::xml_node>& nodes,
                           const std::string& language) {
  for (const pugi::xml_node& node : nodes) {
    if (language_code(attribute(node, "xml:lang")) == language) return node;
  }
  return nodes.empty() ? pugi::xml_node() : nodes.front();
}

/// An entity's name, in the item's language where there are several, or else
/// its literal, code or URI.
std::string name_of(const pugi::xml_node& node,
                    const std::string& language = {}) {
  std::string name = text_of(in_language(children(node, "name"), language));
  for (const char* key : {"literal", "qcode", "uri"}) {
    if (name.empty()) name = attribute(node, key);
  }
  return name;
}

/// An outlet without its scheme or address: "nprov:REUTERS" is REUTERS.
std::string outlet_of(const pugi::xml_node& node) {
  const std::string name = name_of(node);
  const std::string host = host_of(name);
  if (!host.empty()) return host;
  const bool code = attribute(node, "qcode") == name;
  return code ? name.substr(name.find(':') + 1) : name;
}

/// The names of what items and messages describe apart, by its code.
class Concepts {
 public:
  explicit Concepts(const pugi::xml_node& root) {
    for (const auto& assertion : descendants(root, "assert")) {
      nodes_.try_emplace(attribute(assertion, "qcode"), assertion);
    }
    for (const auto& concept_node : descendants(root, "concept")) {
      nodes_.try_emplace(attribute(child(concept_node, "conceptId"), "qcode"),
                         concept_node);
    }
  }

  std::string name_of(const pugi::xml_node& node,
                      const std::string& language) const {
    const auto known = nodes_.find(attribute(node, "qcode"));
    const bool apart = !child(node, "name") && known != nodes_.end() &&
                       child(known->second, "name");
    return ::broadsheet::name_of(apart ? known->second : node, language);
  }

 private:
  std::map<std::string, pugi::xml_node> nodes_;
};

/// Kinds of concepts (cpnat:person ...) and the list that takes them; a
/// subject of any other kind is a topic.
std::vector<std::string>& list_for(std::string_view type, Article& article) {
  const std::size_t colon = type.find(':');
  const std::string_view kind =
      colon == type.npos ? type : type.substr(colon + 1);
  if (kind == "person") return article.people;
  if (kind == "organisation" || kind == "organization") return article.orgs;
  for (const std::string_view place :
       {"geoArea", "poi", "place", "city", "statprov", "country", "region"}) {
    if (kind == place) return article.places;
  }
  return article.topics;
}

void read_item_meta(const pugi::xml_node& meta, Article& article) {
  article.status = status_of(attribute(child(meta, "pubStatus"), "qcode"));
  if (article.status.empty()) {
    article.status = status_of(attribute(child(meta, "pubStatus"), "uri"));
  }
  article.source = outlet_of(child(meta, "provider"));
  read_embargo(text_of(child(meta, "embargoed")), article);
  article.section = name_of(child(meta, "service"));
  const auto signals = children(meta, "signal");
  const bool corrects = std::ranges::any_of(signals, [](const auto& signal) {
    return tells_correction(attribute(signal, "qcode"));
  });
  for (const auto& note : children(meta, "edNote")) {
    const std::string text = text_of(note);
    if (corrects || tells_correction(attribute(note, "role")) ||
        tells_correction(text)) {
      article.correction = text;
    }
  }
}

void read_dates(const pugi::xml_node& item, Article& article) {
  for (const char* path :
       {"itemMeta/firstCreated", "contentMeta/contentCreated",
        "itemMeta/versionCreated"}) {
    offer_date(article, DateOrigin::kMeta, text_of(child(item, path)));
  }
}

/// The main one; another where none is said to be.
std::string headline_in(const pugi::xml_node& meta,
                        const std::string& language) {
  const auto headlines = children(meta, "headline");
  for (const auto& headline : headlines) {
    if (attribute(headline, "role").ends_with("main")) return text_of(headline);
  }
  return text_of(in_language(headlines, language));
}

void read_content_meta(const pugi::xml_node& meta, const Concepts& concepts,
                       Article& article) {
  const std::string tag = attribute(child(meta, "language"), "tag");
  if (!tag.empty()) article.language = language_code(tag);
  article.headline = headline_in(meta, article.language);
  if (article.headline.empty()) {
    article.headline = text_of(child(meta, "slugline"));
  }
  for (const char* name : {"by", "byline"}) {
    if (article.byline.empty()) {
      article.byline = byline_of(text_of(child(meta, name)));
    }
  }
  if (article.byline.empty()) {
    for (const auto& creator : children(meta, "creator")) {
      if (child(creator, "name") && !child(creator, "organisationDetails"))
        add_authors(article.byline, authors_of(name_of(creator)));
    }
  }
  article.dateline = text_of(child(meta, "dateline"));
  if (article.dateline.empty() && child(meta, "located/name")) {
    article.dateline = name_of(child(meta, "located"), article.language);
  }
  for (const auto& subject : children(meta, "subject")) {
    list_for(attribute(subject, "type"), article)
        .push_back(concepts.name_of(subject, article.language));
  }
  for (const auto& keyword : children(meta, "keyword")) {
    article.topics.push_back(text_of(keyword));
  }
}

/// A page's text without dpa's notes to editors, which are not to be printed.
std::string page_text(const pugi::xml_node& body) {
  for (pugi::xml_node section : descendants(body, "section")) {
    if (attribute(section, "class").find("notepad") != std::string::npos)
      section.parent().remove_child(section);
  }
  return paragraphs_in(body, "figcaption,figure,script,style");
}

void read_content(const pugi::xml_node& content, Article& article) {
  const pugi::xml_node part =
      in_language(children(content, "inlineXML"), article.language);
  if (const auto nitf = descendant(part, "nitf")) {
    read_nitf(nitf, article);
  } else if (const auto body = descendant(part, "body")) {
    article.body = page_text(body);
  } else {
    article.body = paragraphs_in(part);
  }
  for (const auto& data : children(content, "inlineData")) {
    if (article.body.empty()) article.body = body_text(data.text().get());
  }
}

Article read_item(const pugi::xml_node& item, const Concepts& concepts) {
  Article article;
  article.source_id = attribute(item, "guid");
  article.version = attribute(item, "version");
  article.language = language_code(attribute(item, "xml:lang"));
  const pugi::xml_node meta = child(item, "contentMeta");
  read_item_meta(child(item, "itemMeta"), article);
  read_content_meta(meta, concepts, article);
  // "Reuters" rather than "reuters.com"
  const std::string credit = text_of(child(meta, "creditline"));
  const bool address = article.source.find(' ') == std::string::npos &&
                       article.source.find('.') != std::string::npos;
  if (address && !credit.empty()) article.source = credit;
  read_dates(item, article);
  read_content(child(item, "contentSet"), article);
  // Pictures and clips say what they show here.
  if (article.body.empty()) {
    article.body = paragraphs_in(child(meta, "description"));
  }
  if (article.headline.empty()) {
    article.headline = text_of(child(child(item, "itemMeta"), "title"));
  }
  take_dateline(article);
  return article;
}

std::vector<Article> read(const pugi::xml_node& root, const OnSkip&) {
  const Concepts concepts(root);
  if (local_name(root) == "newsItem") return {read_item(root, concepts)};
  std::vector<Article> stories;
  for (const auto& item : descendants(root, "newsItem")) {
    stories.push_back(read_item(item, concepts));
    stories.back().fragment = std::to_string(stories.size());
  }
  return stories;
}

}  // namespace

bool is_newsml_g2(std::string_view head) {
  const std::string_view name = root_name(head);
  return name == "newsItem" || name == "newsMessage";
}

std::unique_ptr<Reader> open_newsml_g2(Input& input, const ReadOptions&,
                                       OnSkip on_skip) {
  return open_xml(input, std::move(on_skip), read);
}

}  // namespace broadsheet
