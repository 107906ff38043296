#include "indexer/formats/nitf.h"

#include <algorithm>
#include <utility>

#include "common/index/person_name.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/publication.h"

namespace broadsheet {
namespace {

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void read_head(const pugi::xml_node& head, Article& article) {
  const pugi::xml_node docdata = child(head, "docdata");
  const pugi::xml_node pubdata = child(head, "pubdata");
  fill(article.source_id, attribute(child(docdata, "doc-id"), "id-string"));
  fill(article.source, attribute(pubdata, "name"));
  fill(article.source, attribute(child(docdata, "doc-id"), "regsrc"));
  fill(article.section, attribute(pubdata, "position.section"));
  fill(article.url, attribute(pubdata, "ex-ref"));
  fill(article.status, status_of(attribute(docdata, "management-status")));
  if (article.embargo.empty())
    read_embargo(attribute(child(docdata, "date.release"), "norm"), article);

  offer_date(article, DateOrigin::kMeta,
             attribute(pubdata, "date.publication"));
  for (const char* name : {"date.issue", "date.release"}) {
    offer_date(article, DateOrigin::kMeta,
               attribute(child(docdata, name), "norm"));
  }
  const pugi::xml_node keys = child(docdata, "key-list");
  for (const auto& key : children(keys, "keyword")) {
    article.topics.push_back(attribute(key, "key"));
  }
  for (const auto& subject :
       descendants(child(head, "tobject"), "tobject.subject")) {
    article.topics.push_back(attribute(subject, "tobject.subject.type"));
  }
  std::string online;  // "New York and Region; Front Page"
  std::string desk;
  for (const auto& meta : children(head, "meta")) {
    const std::string name = attribute(meta, "name");
    if (name == "online_sections") online = attribute(meta, "content");
    if (name == "dsk") desk = attribute(meta, "content");
  }
  fill(article.section, online.substr(0, online.find(';')));
  fill(article.section, desk);
}

/// Who and what the editors named; in the head, or marked in the text.
void read_names(const pugi::xml_node& nitf, Article& article) {
  const pugi::xml_node content = child(nitf, "head/docdata/identified-content");
  const std::pair<const char*, std::vector<std::string> Article::*> kinds[] = {
      {"person", &Article::people},
      {"location", &Article::places},
      {"org", &Article::orgs},
      {"classifier", &Article::topics}};
  for (const auto& [name, list] : kinds) {
    for (const auto& node : children(content, name)) {
      const std::string text = text_of(node);
      if (!text.empty()) (article.*list).push_back(text);
    }
  }
}

/// "Doe, Jane; Roe, John, Special to The Ledger", as libraries write names.
std::string all_unturned(std::string_view names) {
  std::string byline;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(';'), names.size());
    add_authors(byline, unturned_name(one_line(names.substr(0, end))));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return byline;
}

std::string byline_in(const pugi::xml_node& head) {
  std::string byline;
  for (const auto& line : children(head, "byline")) {
    if (attribute(line, "class") == "normalized_byline") {
      return all_unturned(text_of(line));
    }
    const auto persons = children(line, "person");
    for (const auto& person : persons) add_authors(byline, text_of(person));
    if (persons.empty()) {
      add_authors(byline, byline_of(paragraphs_in(line, "byttl")));
    }
  }
  return byline;
}

/// "PORT ALDAN, March 4" of a place and a day that nothing need part.
std::string dateline_in(const pugi::xml_node& line) {
  std::string text;
  for (const auto& part : line.children()) {
    const std::string piece =
        local_name(part).empty() ? one_line(part.value()) : text_of(part);
    const bool joined = text.empty() || piece.starts_with(',');
    text += (joined ? "" : " ") + piece;
  }
  return one_line(text);
}

/// What was put right: told in the head, or beside the text.
std::string correction_in(const pugi::xml_node& nitf) {
  const pugi::xml_node told = child(nitf, "head/docdata/correction");
  std::string text = text_of(told);
  if (text.empty()) text = attribute(told, "info");
  const std::string note =
      attribute(child(nitf, "head/docdata/ed-msg"), "info");
  if (text.empty() && tells_correction(note)) text = note;
  for (const auto& block : descendants(nitf, "block")) {
    const bool is_one = attribute(block, "class").starts_with("correction");
    if (text.empty() && is_one) text = text_of(block);
  }
  return text;
}

/// The New York Times printed the first paragraph once more, behind "LEAD:".
std::string without_doubled_lead(std::string body) {
  constexpr std::string_view kMark = "LEAD: ";
  if (!body.starts_with(kMark)) return body;
  body.erase(0, kMark.size());
  const std::size_t end = std::min(body.find('\n'), body.size());
  const std::string_view lead = std::string_view(body).substr(0, end);
  std::string_view next = std::string_view(body).substr(end);
  next.remove_prefix(std::min<std::size_t>(1, next.size()));
  next = next.substr(0, next.find('\n'));
  const bool again =
      !next.empty() && (next.starts_with(lead) || lead.starts_with(next));
  return again ? body.substr(end + 1) : body;
}

/// Where the text is: notes have some of their own.
pugi::xml_node content_of(const pugi::xml_node& nitf) {
  for (const auto& content : descendants(nitf, "body.content")) {
    if (local_name(content.parent()) != "note") return content;
  }
  return {};
}

/// The text; where a file holds its beginning apart too, only the whole.
std::string body_in(const pugi::xml_node& content) {
  constexpr std::string_view kNoText =
      "media,media-caption,media-producer,fn,note";
  for (const auto& block : children(content, "block")) {
    if (attribute(block, "class") == "full_text") {
      return paragraphs_in(block, kNoText);
    }
  }
  return paragraphs_in(content, kNoText);
}

std::vector<Article> read(const pugi::xml_node& root, const OnSkip&) {
  Article article;
  read_nitf(local_name(root) == "nitf" ? root : descendant(root, "nitf"),
            article);
  return {article};
}

}  // namespace

void read_nitf(const pugi::xml_node& nitf, Article& article) {
  const pugi::xml_node head = child(nitf, "body/body.head");
  fill(article.language, language_code(attribute(nitf, "xml:lang")));
  fill(article.language,
       language_code(attribute(child(nitf, "body"), "xml:lang")));
  read_head(child(nitf, "head"), article);
  read_names(nitf, article);
  fill(article.headline, text_of(child(head, "hedline/hl1")));
  fill(article.headline, text_of(child(head, "hedline")));
  fill(article.headline, text_of(child(nitf, "head/title")));
  fill(article.byline, byline_in(head));
  fill(article.correction, correction_in(nitf));
  fill(article.source, text_of(child(head, "distributor")));
  fill(article.dateline, dateline_in(child(head, "dateline")));
  offer_date(article, DateOrigin::kMeta,
             attribute(child(head, "dateline/story.date"), "norm"));
  fill(article.body, without_doubled_lead(body_in(content_of(nitf))));
  fill(article.body, paragraphs_in(child(head, "abstract")));
  take_dateline(article);
}

bool is_nitf(std::string_view head) {
  return root_name(head) == "nitf";
}

std::unique_ptr<Reader> open_nitf(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return open_xml(input, std::move(on_skip), read);
}

}  // namespace broadsheet
