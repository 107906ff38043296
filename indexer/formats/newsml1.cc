#include "indexer/formats/newsml1.h"

#include <utility>

#include "indexer/formats/byline.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/nitf.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/publication.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

std::string formal_name(const pugi::xml_node& node) {
  return attribute(node, "FormalName");
}

/// What the component that holds a content is in its item: "Main", "Sidebar".
std::string role_of(const pugi::xml_node& content) {
  for (auto node = content.parent(); node; node = node.parent()) {
    const auto role = child(node, "Role");
    if (role) return formal_name(role);
  }
  return {};
}

/// The longest text among the renditions of an item, and what stands beside it.
std::string body_in(const pugi::xml_node& item) {
  std::string body;
  std::string beside;
  for (const auto& content : descendants(item, "DataContent")) {
    const auto inner = descendant(content, "body");
    std::string text =
        paragraphs_in(inner ? inner : content, "style,script,head");
    const bool plain = !content.find_child([](const pugi::xml_node& part) {
      return part.type() == pugi::node_element;
    });
    if (plain) {
      text = body_text(content.text().get());
    }
    const std::string role = role_of(content);
    if (role == "Caption") continue;
    if (role == "Sidebar" || role == "Supplementary") {
      add_lines(beside, text);
    } else if (text.size() > body.size()) {
      body = std::move(text);
    }
  }
  add_lines(body, beside);
  return body;
}

/// Places and keywords are properties with values.
void read_properties(const pugi::xml_node& item, Article& article) {
  for (const auto& property : descendants(item, "Property")) {
    const std::string name = formal_name(property);
    const bool place = name == "City" || name == "CountryArea" ||
                       name == "Country" || name == "CountryName";
    if (place && local_name(property.parent()) == "Location") {
      article.places.push_back(attribute(property, "Value"));
    } else if (name == "Keyword") {
      article.topics.push_back(attribute(property, "Value"));
    }
  }
}

Article read_item(const pugi::xml_node& item, const pugi::xml_node& envelope) {
  Article article;
  const auto id = descendant(item, "NewsIdentifier");
  article.source_id = text_of(child(id, "PublicIdentifier"));
  article.version = text_of(child(id, "RevisionId"));
  // A public identifier ends in its revision; the story is of all of them.
  if (const std::string revision = ":" + article.version;
      article.source_id.ends_with(revision) ||
      article.source_id.ends_with(revision + "N")) {
    article.source_id.resize(article.source_id.rfind(revision));
  }
  const auto management = child(item, "NewsManagement");
  article.status = status_of(formal_name(child(management, "Status")));
  read_embargo(text_of(child(management, "StatusWillChange/DateAndTime")),
               article);
  for (const auto& instruction : children(management, "Instruction")) {
    const std::string note = text_of(instruction);
    if (tells_correction(formal_name(instruction)) || tells_correction(note))
      article.correction = note;
  }
  article.source = formal_name(child(descendant(item, "Provider"), "Party"));
  if (article.source.empty()) {
    article.source = formal_name(descendant(envelope, "Party"));
  }
  if (article.source.empty()) article.source = text_of(child(id, "ProviderId"));
  article.headline = text_of(descendant(item, "HeadLine"));
  article.byline = byline_of(text_of(descendant(item, "ByLine")));
  article.dateline = text_of(descendant(item, "DateLine"));
  article.language = language_code(formal_name(descendant(item, "Language")));
  read_properties(item, article);
  for (const char* kind : {"Subject", "SubjectMatter", "SubjectDetail"}) {
    for (const auto& subject : descendants(item, kind)) {
      const std::string name = formal_name(subject);
      if (!name.empty()) article.topics.push_back(name);
    }
  }
  for (const char* name : {"FirstCreated", "ThisRevisionCreated"}) {
    offer_date(article, DateOrigin::kMeta, text_of(child(management, name)));
  }
  offer_date(article, DateOrigin::kMeta,
             text_of(child(envelope, "DateAndTime")));
  if (const auto nitf = descendant(item, "nitf")) {
    read_nitf(nitf, article);
  } else {
    article.body = body_in(item);
  }
  take_dateline(article);
  return article;
}

/// RCV1: <newsitem itemid="2286" date="1996-08-20"><title/><headline/><text/>.
Article read_rcv1(const pugi::xml_node& item) {
  Article article;
  article.source = "Reuters";
  article.source_id = attribute(item, "itemid");
  article.language = language_code(attribute(item, "xml:lang"));
  article.headline = text_of(child(item, "headline"));
  if (article.headline.empty())
    article.headline = text_of(child(item, "title"));
  article.dateline = text_of(child(item, "dateline"));
  article.byline = byline_of(text_of(child(item, "byline")));
  article.body = paragraphs_in(child(item, "text"));
  for (const auto& codes : descendants(item, "codes")) {
    const std::string kind = attribute(codes, "class");
    auto& list =
        kind.find("countries") != kind.npos ? article.places : article.topics;
    for (const auto& code : children(codes, "code")) {
      list.push_back(attribute(code, "code"));
    }
  }
  offer_date(article, DateOrigin::kMeta, attribute(item, "date"));
  take_dateline(article);
  return article;
}

std::vector<Article> read(const pugi::xml_node& root, const OnSkip&) {
  if (local_name(root) == "newsitem") return {read_rcv1(root)};
  std::vector<Article> stories;
  for (const auto& item : children(root, "NewsItem")) {
    stories.push_back(read_item(item, child(root, "NewsEnvelope")));
    stories.back().fragment = std::to_string(stories.size());
  }
  return stories;
}

}  // namespace

bool is_newsml1(std::string_view head) {
  const std::string_view name = root_name(head);
  return name == "NewsML" || name == "newsitem";
}

std::unique_ptr<Reader> open_newsml1(Input& input, const ReadOptions&,
                                     OnSkip on_skip) {
  return open_xml(input, std::move(on_skip), read);
}

}  // namespace broadsheet
