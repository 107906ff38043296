#include "indexer/formats/xml.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/formats/charset.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

constexpr int kDeepest = 512;

/// The attributes that readers of stories look at.
constexpr const char* kKeptAttributes[] = {"id-string",
                                           "regsrc",
                                           "norm",
                                           "name",
                                           "content",
                                           "key",
                                           "class",
                                           "guid",
                                           "version",
                                           "qcode",
                                           "uri",
                                           "literal",
                                           "type",
                                           "role",
                                           "tag",
                                           "xml:lang",
                                           "date.publication",
                                           "position.section",
                                           "ex-ref",
                                           "management-status",
                                           "tobject.subject.type",
                                           "href",
                                           "rel",
                                           "label",
                                           "term",
                                           "rdf:about",
                                           "FormalName",
                                           "Value",
                                           "CONTENT",
                                           "SUBS_CONTENT",
                                           "SUBS_TYPE",
                                           "ID",
                                           "TYPE",
                                           "LABEL",
                                           "DMDID",
                                           "FILEID",
                                           "BEGIN",
                                           "END",
                                           "xlink:href",
                                           "xlink:from",
                                           "xlink:to",
                                           "xlink:label",
                                           "code",
                                           "itemid",
                                           "info",
                                           "date"};

/// Blocks of text in NITF and its relatives, beyond those of HTML.
constexpr std::string_view kBlocks[] = {
    "block",     "hl1",      "hl2",       "hedline",      "abstract",
    "paragraph", "headline", "body.head", "body.content", "nitf-table"};

bool is_block(std::string_view name) {
  return is_block_tag(name) || std::find(std::begin(kBlocks), std::end(kBlocks),
                                         name) != std::end(kBlocks);
}

bool in_list(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (list.substr(0, comma) == name) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

void gather(const pugi::xml_node& node, std::string_view without,
            std::string& text) {
  for (const pugi::xml_node& part : node.children()) {
    const pugi::xml_node_type type = part.type();
    if (type == pugi::node_pcdata || type == pugi::node_cdata) {
      for (const char* c = part.value(); *c != 0; ++c) {
        text += *c == '\n' || *c == '\r' ? ' ' : *c;
      }
      continue;
    }
    if (type != pugi::node_element) continue;
    const std::string_view name = local_name(part);
    if (in_list(without, name)) continue;
    const bool cell = name == "td" || name == "th";
    const bool block = is_block(name) && !cell;
    text += block ? "\n" : cell ? " " : "";
    gather(part, without, text);
    text += block ? "\n" : "";
  }
}

/// A tree of markup that is not well-formed: a closing tag that nothing opened
/// is passed over, what is not closed ends with what is around it.
void build_anyhow(std::string_view text, pugi::xml_document& document) {
  document.reset();
  pugi::xml_node at = document;
  int depth = 0;
  MarkupTokenizer tokens(text);
  MarkupToken token;
  while (tokens.next(token)) {
    const std::string name(token.name);
    if (token.kind == MarkupKind::kText) {
      const std::string plain = decode_entities(token.text);
      at.append_child(pugi::node_pcdata).set_value(plain.c_str());
    } else if (token.name == "[CDATA[") {
      const std::string inner(token.text.substr(9, token.text.size() - 12));
      at.append_child(pugi::node_pcdata).set_value(inner.c_str());
    } else if (token.kind == MarkupKind::kOpen) {
      pugi::xml_node node = at.append_child(name.c_str());
      for (const char* key : kKeptAttributes) {
        const std::string value = attribute_of(token.attributes, key);
        if (!value.empty()) node.append_attribute(key).set_value(value.c_str());
      }
      if (!token.closed && depth < kDeepest - 1) {
        at = node;
        ++depth;
      }
    } else if (token.kind == MarkupKind::kClose) {
      int up = 1;
      for (pugi::xml_node open = at; open; open = open.parent(), ++up) {
        if (name != open.name()) continue;
        at = open.parent();
        depth -= up;
        break;
      }
    }
  }
}

bool is_too_deep(const pugi::xml_node& root) {
  struct Depth : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node&) override { return depth() < kDeepest; }
  } walker;
  pugi::xml_node copy = root;
  return !copy.traverse(walker);
}

std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 200);
  const std::size_t end = head.find("?>");
  if (!head.starts_with("<?xml") || end == head.npos) return {};
  return attribute_of(head.substr(5, end - 5), "encoding");
}

class XmlReader final : public Reader {
 public:
  XmlReader(Input& input, OnSkip on_skip, ReadXml read)
      : input_(input), on_skip_(std::move(on_skip)), read_(std::move(read)) {}

  std::optional<Article> next() override {
    if (!std::exchange(loaded_, true)) load();
    if (at_ >= stories_.size()) return std::nullopt;
    Article story = std::move(stories_[at_++]);
    if (stories_.size() == 1) story.fragment.clear();
    return finished(std::move(story), on_skip_);
  }

 private:
  void load() {
    const XmlFile file(input_);
    const pugi::xml_node root = file.root();
    if (!root && !file.is_sound()) return on_skip_(file.damage());
    if (file.declares_entities()) {
      on_skip_(
          {.why = "declares entities, which are not expanded", .lost = false});
    }
    for (Article& story : read_(root, on_skip_)) {
      if (has_text(story)) stories_.push_back(std::move(story));
    }
    if (!file.is_sound()) {
      Skip damage = file.damage();
      damage.lost = stories_.empty();
      on_skip_(damage);
    } else if (stories_.empty()) {
      on_skip_({.why = "no story in it"});
    }
    if (stories_.size() == 1) offer_path_date(stories_[0], input_.name());
  }

  Input& input_;
  OnSkip on_skip_;
  ReadXml read_;
  std::vector<Article> stories_;
  std::size_t at_ = 0;
  bool loaded_ = false;
};

}  // namespace

XmlFile::XmlFile(Input& input) {
  const std::string bytes = input.rest(4 * Input::kMaxText);
  cut_ = input.truncated();
  text_ = to_utf8(bytes, declared_encoding(bytes));
  result_ = document_.load_buffer(
      text_.data(), text_.size(),
      pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_fragment,
      pugi::encoding_utf8);
  too_deep_ = is_too_deep(document_);
  if (!result_ && !too_deep_) build_anyhow(text_, document_);
}

pugi::xml_node XmlFile::root() const {
  if (too_deep_) return {};
  for (const pugi::xml_node& node : document_.children()) {
    if (node.type() == pugi::node_element) return node;
  }
  return {};
}

bool XmlFile::declares_entities() const {
  return text_.find("<!ENTITY") < text_.find("<!--");
}

Skip XmlFile::damage() const {
  if (too_deep_) return {.why = "nested more than 512 deep"};
  const auto offset =
      std::min(static_cast<std::size_t>(result_.offset), text_.size());
  const auto line =
      1 + std::count(text_.begin(),
                     text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return {
      .line = static_cast<std::size_t>(line),
      .why = cut_ ? std::string("cut at 64 MB")
                  : fmt::format("not well-formed: {}", result_.description())};
}

std::unique_ptr<Reader> open_xml(Input& input, OnSkip on_skip, ReadXml read) {
  return std::make_unique<XmlReader>(input, std::move(on_skip),
                                     std::move(read));
}

std::string_view root_name(std::string_view head) {
  if (!opens_markup(head)) return {};
  MarkupTokenizer tokens(head);
  MarkupToken token;
  while (tokens.next(token)) {
    if (token.kind == MarkupKind::kOpen) {
      const std::size_t colon = token.name.find(':');
      return colon == token.name.npos ? token.name
                                      : token.name.substr(colon + 1);
    }
    const bool blank =
        token.text.find_first_not_of(" \t\r\n") == token.text.npos;
    if (token.kind != MarkupKind::kOther && !blank) return {};
  }
  return {};
}

std::string_view local_name(const pugi::xml_node& node) {
  const char* colon = std::strchr(node.name(), ':');
  return colon ? colon + 1 : node.name();
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view path) {
  const std::size_t slash = std::min(path.find('/'), path.size());
  for (const pugi::xml_node& part : node.children()) {
    if (local_name(part) != path.substr(0, slash)) continue;
    if (slash == path.size()) return part;
    if (const auto found = child(part, path.substr(slash + 1))) return found;
  }
  return {};
}

std::vector<pugi::xml_node> children(const pugi::xml_node& node,
                                     std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node& part : node.children()) {
    if (local_name(part) == name) found.push_back(part);
  }
  return found;
}

pugi::xml_node descendant(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& part : node.children()) {
    if (local_name(part) == name) return part;
    if (const auto found = descendant(part, name)) return found;
  }
  return {};
}

std::vector<pugi::xml_node> descendants(const pugi::xml_node& node,
                                        std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node& part : node.children()) {
    if (local_name(part) == name) found.push_back(part);
    for (const pugi::xml_node& below : descendants(part, name)) {
      found.push_back(below);
    }
  }
  return found;
}

std::string text_of(const pugi::xml_node& node) {
  return one_line(paragraphs_in(node));
}

std::string paragraphs_in(const pugi::xml_node& node,
                          std::string_view without) {
  std::string text;
  gather(node, without, text);
  std::string body;
  add_lines(body, text);
  return body;
}

std::string attribute(const pugi::xml_node& node, const char* name) {
  return one_line(node.attribute(name).value());
}

}  // namespace broadsheet
