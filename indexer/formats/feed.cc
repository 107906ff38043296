#include "indexer/formats/feed.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "indexer/formats/byline.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/furniture.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

/// A text construct: plain, escaped HTML, or XHTML inside.
std::string blocks_of(const pugi::xml_node& node) {
  if (std::strcmp(node.attribute("type").value(), "xhtml") == 0) {
    return paragraphs_in(node);
  }
  std::string text;
  for (const pugi::xml_node& part : node.children()) text += part.value();
  return body_text(text);
}

/// The children of that name but those that tell of a picture or a clip.
std::vector<pugi::xml_node> own_children(const pugi::xml_node& entry,
                                         std::string_view name) {
  auto found = children(entry, name);
  std::erase_if(found, [](const pugi::xml_node& part) {
    return std::string_view(part.name()).starts_with("media:");
  });
  return found;
}

/// An address as a page at `base` would mean it.
std::string resolved(const std::string& address, std::string_view base) {
  const std::size_t host = base.find("://");
  if (address.empty() || host == base.npos ||
      address.find(':') < address.find_first_of("/?#")) {
    return address;
  }
  const std::size_t root = std::min(base.find('/', host + 3), base.size());
  const std::size_t directory = std::max(root, base.rfind('/') + 1);
  if (address.starts_with("//"))
    return std::string(base.substr(0, host + 1)) + address;
  if (address.starts_with('/'))
    return std::string(base.substr(0, root)) + address;
  return std::string(base.substr(0, directory)) +
         (base.substr(0, directory).ends_with('/') ? "" : "/") + address;
}

/// The first child of any of the names that holds text.
std::string first_text(const pugi::xml_node& node,
                       std::initializer_list<const char*> names) {
  for (const char* name : names) {
    for (const auto& part : own_children(node, name)) {
      std::string text = text_of(part);
      if (!text.empty()) return text;
    }
  }
  return {};
}

std::string link_of(const pugi::xml_node& entry) {
  for (const auto& link : children(entry, "link")) {
    const std::string relation = attribute(link, "rel");
    if (!relation.empty() && relation != "alternate") continue;
    const std::string href = attribute(link, "href");
    const std::string text = href.empty() ? text_of(link) : href;
    if (!text.empty()) return text;
  }
  return {};
}

/// Without pointers and what blogs put under each entry: "Continue reading",
/// "The post X appeared first on Y".
std::string without_furniture(const std::string& body) {
  std::string kept;
  for (const std::string_view line : lines_of(body)) {
    const bool trailer = line.starts_with("The post ") &&
                         line.find(" appeared first on ") != line.npos;
    if (!trailer && !is_furniture(line) && !is_pointer(line, 0))
      add_paragraph(kept, line);
  }
  return kept;
}

/// The longest of what an entry says: feeds put a teaser beside the text.
std::string body_in(const pugi::xml_node& entry) {
  std::string body;
  for (const char* name : {"encoded", "content", "description", "summary"}) {
    for (const auto& part : own_children(entry, name)) {
      std::string text = blocks_of(part);
      if (text.size() > body.size()) body = std::move(text);
    }
  }
  return without_furniture(body);
}

/// One topic or more, commas between them.
void add_topics(std::string_view list, Article& article) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    article.topics.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

void read_authors(const pugi::xml_node& entry, Article& article) {
  for (const char* name : {"creator", "author"}) {
    for (const auto& author : children(entry, name)) {
      const auto inner = child(author, "name");
      std::string text = text_of(inner ? inner : author);
      // RSS: "jane@ledger.example (Jane Doe)"
      const std::size_t open = text.find(" (");
      if (text.find('@') != text.npos && open != text.npos) {
        text = text.substr(open + 2, text.rfind(')') - open - 2);
      }
      if (text.find('@') == text.npos) {
        add_authors(article.byline, authors_of(text));
      }
    }
    if (!article.byline.empty()) return;
  }
}

/// A feed that gathers entries of others tells whose they are.
std::string outlet_in(const pugi::xml_node& entry) {
  const pugi::xml_node source = child(entry, "source");
  const pugi::xml_node title = child(source, "title");
  return text_of(title ? title : source);
}

Article read_entry(const pugi::xml_node& entry, const Article& feed) {
  Article article = feed;
  if (std::string outlet = outlet_in(entry); !outlet.empty())
    article.source = std::move(outlet);
  article.source_id = first_text(entry, {"guid", "id", "identifier"});
  if (article.source_id.empty())
    article.source_id = attribute(entry, "rdf:about");
  article.headline = one_line(
      decode_entities(one_line(markup_text(first_text(entry, {"title"})))));
  article.url = resolved(link_of(entry), feed.url);
  article.body = body_in(entry);
  read_authors(entry, article);
  for (const auto& category : children(entry, "category")) {
    std::string label = attribute(category, "label");
    if (label.empty()) label = attribute(category, "term");
    if (label.empty()) label = text_of(category);
    add_topics(label, article);
  }
  for (const auto& subject : children(entry, "subject")) {
    add_topics(text_of(subject), article);
  }
  for (const char* name : {"pubDate", "published", "date", "issued", "created",
                           "updated", "modified"}) {
    offer_date(article, DateOrigin::kFeed, text_of(child(entry, name)));
  }
  take_dateline(article);
  return article;
}

std::vector<Article> read(const pugi::xml_node& root, const OnSkip&) {
  const pugi::xml_node channel = child(root, "channel");
  const pugi::xml_node about = channel ? channel : root;
  Article feed;
  feed.source = text_of(child(about, "title"));
  feed.url = attribute(root, "xml:base");
  if (feed.url.empty()) feed.url = link_of(about);
  feed.language = language_code(text_of(child(about, "language")));
  if (feed.language.empty()) {
    feed.language = language_code(attribute(root, "xml:lang"));
  }
  std::vector<Article> stories;
  for (const char* name : {"item", "entry"}) {
    for (const auto& entry : descendants(root, name)) {
      stories.push_back(read_entry(entry, feed));
      stories.back().fragment = std::to_string(stories.size());
    }
  }
  return stories;
}

}  // namespace

bool is_feed(std::string_view head) {
  const std::string_view name = root_name(head);
  return name == "rss" || name == "feed" || name == "RDF";
}

std::unique_ptr<Reader> open_feed(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return open_xml(input, std::move(on_skip), read);
}

}  // namespace broadsheet
