#include "indexer/formats/dom.h"

#include <algorithm>

#include <gumbo.h>

#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/reader.h"

namespace broadsheet {
namespace {

constexpr std::size_t kDeepest = 512;

/// Tags that never nest in themselves, so that unclosed ones do not count. The
/// first ones end foreign content (<svg>, <math>); the others nest in it.
constexpr std::string_view kFlat[] = {
    "br",     "embed",  "hr",    "img",  "meta", "p",     "li",
    "dt",     "dd",     "area",  "base", "col",  "input", "link",
    "param",  "source", "track", "wbr",  "td",   "th",    "tr",
    "option", "tbody",  "thead", "tfoot"};
constexpr std::size_t kEndForeign = 9;

/// Tags that a parser opens again in every block until they are closed.
constexpr std::string_view kFormatting[] = {
    "a",    "b", "big",   "code",   "em",     "font", "i",
    "nobr", "s", "small", "strike", "strong", "tt",   "u"};

template <std::size_t N>
bool listed(const std::string_view (&list)[N], std::string_view name) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view n) { return same_name(n, name); });
}

std::string tag_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(element.tag);
  }
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return lower_case({name.data, name.length});
}

constexpr std::string_view kSilent[] = {
    "script", "style",  "noscript", "template", "figcaption",
    "button", "select", "textarea", "iframe",   "object",
    "svg",    "head",   "audio",    "video"};

/// Stops behind `most` bytes.
void gather(const DomNode* node, std::string& text,
            std::size_t most = std::string::npos) {
  if (node->is_text()) text += node->text;
  const bool block = is_block_tag(node->tag);
  if (block) text += '\n';
  for (const DomNode* child : node->children) {
    if (text.size() > most) return;
    gather(child, text, most);
  }
  if (block) text += '\n';
}

void gather_blocks(const DomNode* node, bool in_pre, std::string& text) {
  if (node->is_text()) {
    for (const char c : node->text) {
      text += !in_pre && (c == '\n' || c == '\r') ? ' ' : c;
    }
    return;
  }
  if (listed(kSilent, node->tag)) return;
  // The cells of a row are one line.
  const bool cell = node->is("td") || node->is("th");
  const bool block = is_block_tag(node->tag) && !cell;
  if (block) text += '\n';
  if (cell) text += ' ';
  for (const DomNode* child : node->children) {
    gather_blocks(child, in_pre || node->is("pre"), text);
  }
  if (block) text += '\n';
}

}  // namespace

std::string_view DomNode::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

std::string DomNode::class_and_id() const {
  return lower_case(std::string(attribute("class")) + " " +
                    std::string(attribute("id")));
}

Dom::Dom(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output =
      gumbo_parse_with_options(&options, html.data(), html.size());
  const auto convert = [this](const auto& self, const GumboNode* from,
                              DomNode* parent) -> void {
    DomNode* node = nullptr;
    switch (from->type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE: {
        node = make(tag_of(from->v.element));
        const GumboVector& attributes = from->v.element.attributes;
        for (unsigned i = 0; i < attributes.length; ++i) {
          const auto* attribute =
              static_cast<const GumboAttribute*>(attributes.data[i]);
          node->attributes.emplace_back(lower_case(attribute->name),
                                        attribute->value);
        }
        const GumboVector& children = from->v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
          self(self, static_cast<const GumboNode*>(children.data[i]), node);
        }
        break;
      }
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        node = make({});
        node->text = from->v.text.text;
        break;
      default:
        return;
    }
    if (parent) append(parent, node);
    if (!parent) root_ = node;
  };
  root_ = nullptr;
  convert(convert, output->root, nullptr);
  gumbo_destroy_output(&options, output);
}

Dom::Dom(const Dom& other) {
  const auto copied = [this](const auto& self,
                             const DomNode* from) -> DomNode* {
    DomNode* node = make(from->tag);
    node->text = from->text;
    node->attributes = from->attributes;
    for (const DomNode* child : from->children) append(node, self(self, child));
    return node;
  };
  root_ = copied(copied, other.root_);
}

DomNode* Dom::make(std::string tag) {
  nodes_.emplace_back();
  nodes_.back().tag = std::move(tag);
  return &nodes_.back();
}

DomNode* Dom::body() {
  for (DomNode* child : root_->children) {
    if (child->is("body")) return child;
  }
  return root_;
}

bool is_shallow(std::string_view html) {
  if (html.size() > Input::kMaxText) return false;
  std::vector<std::string_view> open;
  std::size_t formatting = 0;
  std::size_t foreign = 0;
  MarkupTokenizer tokens(html);
  MarkupToken token;
  while (tokens.next(token)) {
    const bool root =
        same_name(token.name, "svg") || same_name(token.name, "math");
    const auto* flat = std::find_if(
        std::begin(kFlat), std::end(kFlat),
        [&](std::string_view name) { return same_name(name, token.name); });
    const bool nests =
        flat == std::end(kFlat) ||
        (foreign > 0 &&
         flat - std::begin(kFlat) >= static_cast<std::ptrdiff_t>(kEndForeign));
    if (!nests) continue;
    if (token.kind == MarkupKind::kOpen && !token.closed) {
      if (foreign == 0 &&
          (same_name(token.name, "script") || same_name(token.name, "style"))) {
        tokens.skip_to_close(token.name);
      }
      open.push_back(token.name);
      if (root) ++foreign;
      if (listed(kFormatting, token.name)) ++formatting;
    } else if (token.kind == MarkupKind::kClose) {
      const auto at = std::find_if(
          open.rbegin(), open.rend(),
          [&](std::string_view name) { return same_name(name, token.name); });
      if (at == open.rend()) continue;
      open.erase(at.base() - 1, open.end());
      if (root && foreign > 0) --foreign;
      if (listed(kFormatting, token.name) && formatting > 0) --formatting;
    }
    if (open.size() > kDeepest || formatting > kDeepest) return false;
  }
  return true;
}

void remove(DomNode* node) {
  if (!node->parent) return;
  std::erase(node->parent->children, node);
  node->parent = nullptr;
}

void replace(DomNode* node, DomNode* by) {
  remove(by);
  DomNode* parent = node->parent;
  std::replace(parent->children.begin(), parent->children.end(), node, by);
  by->parent = parent;
  node->parent = nullptr;
}

void append(DomNode* parent, DomNode* child) {
  remove(child);
  child->parent = parent;
  parent->children.push_back(child);
}

std::vector<DomNode*> elements(DomNode* node,
                               const std::vector<std::string_view>& tags) {
  std::vector<DomNode*> found = elements(node);
  std::erase_if(found, [&](const DomNode* element) {
    return std::find(tags.begin(), tags.end(), element->tag) == tags.end();
  });
  return found;
}

std::vector<DomNode*> elements(DomNode* node) {
  std::vector<DomNode*> found;
  const auto visit = [&](const auto& self, DomNode* at) -> void {
    for (DomNode* child : at->children) {
      if (child->is_text()) continue;
      found.push_back(child);
      self(self, child);
    }
  };
  visit(visit, node);
  return found;
}

bool has_ancestor(const DomNode* node, std::string_view tag) {
  for (node = node->parent; node; node = node->parent) {
    if (node->is(tag)) return true;
  }
  return false;
}

std::string raw_text(const DomNode* node) {
  std::string text;
  gather(node, text);
  return text;
}

std::string inner_text(const DomNode* node) {
  return one_line(raw_text(node));
}

std::optional<std::string> short_text(const DomNode* node, std::size_t most) {
  // White space in markup is not counted, but bounded too.
  const std::size_t most_raw = 1000 + 4 * most;
  std::string text;
  gather(node, text, most_raw);
  if (text.size() > most_raw) return std::nullopt;
  text = one_line(text);
  if (text.size() > most) return std::nullopt;
  return text;
}

std::string block_text(const DomNode* node) {
  std::string text;
  gather_blocks(node, false, text);
  std::string body;
  add_lines(body, text);
  return body;
}

}  // namespace broadsheet
