#include "indexer/formats/html_pruning.h"

#include <algorithm>
#include <string>

#include "indexer/formats/html_byline.h"
#include "indexer/formats/html_clutter.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

// Words in class and id that speak against and for an element; a space ends a
// class.
const Names kUnlikely = {
    "-ad-",       "ai2html",    "banner",     "breadcrumb", "combx",
    "comment",    "community",  "cover-wrap", "disqus",     "extra",
    "footer",     "gdpr",       "header",     "legends ",   "menu",
    "related",    "remark",     "replies",    "rss",        "shoutbox",
    "sidebar",    "skyscraper", "social",     "sponsor",    "supplemental",
    "ad-break",   "agegate",    "pagination", "pager",      "popup",
    "yom-remote", "cookie",     "newsletter", "consent",    "recirc",
    "paywall",    "wp-caption"};
const Names kMaybe = {"and",     "article", "body",    "column",
                      "content", "main",    "mathjax", "shadow"};
// Those that no story has, however little else is left; and those that only
// stand for an offer where they say little.
const Names kNever = {"cookie", "consent", "gdpr", "onetrust"};
// What a program prints around a story: who, when, how often read, on what.
const Names kAbout = {
    "article-info", "tag-list",       "taglist",  "post-tags", "article-tags",
    "news-tags",    "node__meta",     "talkback", "related-",  "related_",
    "relacionad",   "article-byline", "recommend"};
// Ids of what readers say.
const Names kTalk = {"comments",    "disqus_thread", "respond",
                     "comentarios", "commentaires",  "kommentare"};
const Names kOffers = {"newsletter", "paywall", "subscri", "signup",
                       "comentario"};
constexpr std::size_t kLongestOffer = 600;

const Names kBadRoles = {"menu",  "menubar",     "complementary", "navigation",
                         "alert", "alertdialog", "dialog"};
const Names kScored = {"section", "h2", "h3", "h4", "h5",
                       "h6",      "p",  "td", "pre"};
const Names kBlocksInDiv = {"blockquote", "dl",  "div",   "img", "ol",
                            "p",          "pre", "table", "ul"};

/// Takes away the short lines over the headline: a kicker, a path of channels;
/// not a day.
void remove_above(DomNode* heading) {
  constexpr std::size_t kLongestKicker = 100;
  DomNode* node = heading;
  for (int level = 0; level < 3 && node->parent; ++level) {
    for (DomNode* above : std::vector<DomNode*>(node->parent->children)) {
      if (above == node) break;
      const auto text = short_text(above, kLongestKicker);
      if (text && text->find_first_of("0123456789") == text->npos)
        remove(above);
    }
    node = node->parent;
    if (one_of(node->tag, {"article", "main", "body"})) return;
  }
}

class Pruner {
 public:
  Pruner(Dom& page, std::string_view headline, bool strip_unlikely)
      : page_(page), headline_(headline), strip_unlikely_(strip_unlikely) {}

  std::vector<DomNode*> run();

 private:
  void prepare();
  void join_breaks(DomNode* body);
  bool takes_byline(DomNode* node);
  bool drops(DomNode* node);
  bool is_named(DomNode* node, const Names& parts) const;
  void wrap_phrasing(DomNode* div);
  DomNode* as_paragraph(DomNode* div);

  Dom& page_;
  std::string_view headline_;
  bool strip_unlikely_;
  bool has_byline_ = false;
};

void Pruner::prepare() {
  for (DomNode* node : elements(
           page_.root(), {"script", "style", "noscript", "template", "link"})) {
    remove(node);
  }
  join_breaks(page_.body());
}

/// Two <br> in a row part paragraphs: what follows them goes into a <p>.
void Pruner::join_breaks(DomNode* body) {
  for (DomNode* br : elements(body, {"br"})) {
    DomNode* parent = br->parent;
    if (!parent) continue;
    auto at = std::find(parent->children.begin(), parent->children.end(), br);
    auto next = at + 1;
    bool chain = false;
    while (next != parent->children.end()) {
      if (is_blank(*next)) {
        ++next;
      } else if ((*next)->is("br")) {
        chain = true;
        (*next)->parent = nullptr;
        next = parent->children.erase(at + 1, next + 1);
        at = std::find(parent->children.begin(), parent->children.end(), br);
        next = at + 1;
      } else {
        break;
      }
    }
    if (!chain) continue;
    DomNode* paragraph = page_.make("p");
    *at = paragraph;
    paragraph->parent = parent;
    br->parent = nullptr;
    while (true) {
      at = std::find(parent->children.begin(), parent->children.end(),
                     paragraph);
      if (at + 1 == parent->children.end()) break;
      DomNode* sibling = *(at + 1);
      if (sibling->is("br")) {
        auto after = at + 2;
        while (after != parent->children.end() && is_blank(*after)) ++after;
        if (after != parent->children.end() && (*after)->is("br")) break;
      }
      if (!is_phrasing(sibling)) break;
      append(paragraph, sibling);
    }
    if (parent->is("p")) parent->tag = "div";
  }
}

/// Only the first line of an author is the story's.
bool Pruner::takes_byline(DomNode* node) {
  if (has_byline_ || !is_byline(node)) return false;
  const std::string text = inner_text(node);
  has_byline_ = !text.empty() && text_length(text) < 100;
  return has_byline_;
}

/// Has it such a name, and is it not the element around the story?
bool Pruner::is_named(DomNode* node, const Names& parts) const {
  std::string names = node->class_and_id();
  // "subheader" is a heading, not a page's header.
  if (one_of(node->tag, kHeadings)) {
    if (const auto at = names.find("header"); at != names.npos)
      names.erase(at, 6);
  }
  if (!holds_any(names, parts) || holds_any(names, kMaybe)) return false;
  if (has_ancestor(node, "table") || has_ancestor(node, "code")) return false;
  if (node->is("body") || node->is("a")) return false;
  // A site may call its main column a sidebar.
  if (!one_of(node->tag, {"article", "main", "section"})) return true;
  const bool around = std::ranges::any_of(
      elements(node, {"h1"}),
      [&](DomNode* heading) { return repeats(heading, headline_); });
  return !around || text_length(inner_text(node)) < 500;
}

/// Is the element surely none of the story's?
bool Pruner::drops(DomNode* node) {
  if (!is_visible(node)) return true;
  if (node->attribute("aria-modal") == "true") return true;
  if (takes_byline(node)) return true;
  if (repeats(node, headline_)) return true;
  if (is_named(node, kNever) || is_caption(node)) return true;
  if (one_of(lower_case(node->attribute("id")), kTalk)) return true;
  const std::string names = node->class_and_id() + " " +
                            lower_case(node->attribute("aria-labelledby")) +
                            "-";
  const bool aside = holds_any(names, kAbout) || is_named(node, kOffers);
  if (aside && text_length(inner_text(node)) < kLongestOffer) return true;
  if (strip_unlikely_) {
    if (is_named(node, kUnlikely)) return true;
    if (one_of(node->attribute("role"), kBadRoles)) return true;
    if (node->is("nav")) return true;
  }
  const bool may_be_empty = node->is("div") || node->is("section") ||
                            node->is("header") || one_of(node->tag, kHeadings);
  return may_be_empty && elements(node, {"img", "table", "pre"}).empty() &&
         inner_text(node).empty();
}

/// Runs of text and inline elements in a <div> become paragraphs.
void Pruner::wrap_phrasing(DomNode* div) {
  DomNode* paragraph = nullptr;
  const std::vector<DomNode*> children = div->children;
  for (DomNode* child : children) {
    if (!is_phrasing(child)) {
      paragraph = nullptr;
      continue;
    }
    if (!paragraph) {
      if (is_blank(child)) continue;
      paragraph = page_.make("p");
      replace(child, paragraph);
    }
    append(paragraph, child);
  }
}

/// The paragraph that a <div> amounts to, or null.
DomNode* Pruner::as_paragraph(DomNode* div) {
  wrap_phrasing(div);
  DomNode* single = nullptr;
  std::size_t count = 0;
  for (DomNode* child : div->children) {
    if (is_blank(child)) continue;
    ++count;
    single = child;
  }
  if (count == 1 && single->is("p") && link_density(div) < 0.25) {
    replace(div, single);
    return single;
  }
  if (elements(div, kBlocksInDiv).empty()) {
    div->tag = "p";
    return div;
  }
  return nullptr;
}

/// A cell that mostly holds paragraphs or cells of its own lays out a page:
/// they are scored in its place.
bool is_scored(DomNode* node) {
  if (!node->is("td")) return one_of(node->tag, kScored);
  std::size_t inner = 0;
  for (DomNode* part : elements(node, {"p", "td"})) {
    inner += inner_text(part).size();
  }
  return 2 * inner < inner_text(node).size();
}

/// Takes away what surely is not of the story; the elements to be scored.
std::vector<DomNode*> Pruner::run() {
  prepare();
  std::vector<DomNode*> scored;
  const auto visit = [&](const auto& self, DomNode* node) -> void {
    const std::vector<DomNode*> children = node->children;
    for (DomNode* child : children) {
      if (child->is_text()) continue;
      if (drops(child)) {
        if (repeats(child, headline_)) remove_above(child);
        remove(child);
        continue;
      }
      if (is_scored(child)) scored.push_back(child);
      if (child->is("div")) {
        if (DomNode* paragraph = as_paragraph(child)) {
          scored.push_back(paragraph);
          child = paragraph;
        }
      }
      self(self, child);
    }
  };
  visit(visit, page_.body());
  return scored;
}

}  // namespace

std::vector<DomNode*> prune(Dom& page, std::string_view headline,
                            bool strip_unlikely) {
  return Pruner(page, headline, strip_unlikely).run();
}

}  // namespace broadsheet
