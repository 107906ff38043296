#include "indexer/formats/html_text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "common/text/fold.h"
#include "indexer/formats/dom.h"
#include "indexer/formats/furniture.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

using Names = std::vector<std::string_view>;

bool one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool holds_any(std::string_view text, const Names& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != text.npos;
  });
}

// Words in class and id that speak for and against an element.
const Names kUnlikely = {
    "-ad-",       "ai2html",    "banner",     "breadcrumbs", "combx",
    "comment",    "community",  "cover-wrap", "disqus",      "extra",
    "footer",     "gdpr",       "header",     "legends",     "menu",
    "related",    "remark",     "replies",    "rss",         "shoutbox",
    "sidebar",    "skyscraper", "social",     "sponsor",     "supplemental",
    "ad-break",   "agegate",    "pagination", "pager",       "popup",
    "yom-remote", "cookie",     "newsletter", "consent",     "recirc"};
const Names kMaybe = {"and",     "article", "body",    "column",
                      "content", "main",    "mathjax", "shadow"};
const Names kPositive = {"article", "body", "content", "entry",      "hentry",
                         "h-entry", "main", "page",    "pagination", "post",
                         "text",    "blog", "story"};
const Names kNegative = {
    "-ad-",     "hidden",     "banner",  "combx",    "comment", "com-",
    "contact",  "footer",     "gdpr",    "masthead", "media",   "meta",
    "outbrain", "promo",      "related", "scroll",   "share",   "shoutbox",
    "sidebar",  "skyscraper", "sponsor", "shopping", "tags",    "widget"};
const Names kByline = {"byline", "author", "dateline", "writtenby", "p-author"};
const Names kBadRoles = {"menu",  "menubar",     "complementary", "navigation",
                         "alert", "alertdialog", "dialog"};
const Names kScored = {"section", "h2", "h3", "h4", "h5",
                       "h6",      "p",  "td", "pre"};
const Names kBlocksInDiv = {"blockquote", "dl",  "div",   "img", "ol",
                            "p",          "pre", "table", "ul"};
const Names kPhrasing = {
    "abbr",   "audio",  "b",        "bdo",   "br",   "button",   "cite",
    "code",   "data",   "datalist", "dfn",   "em",   "embed",    "i",
    "img",    "input",  "kbd",      "label", "mark", "math",     "meter",
    "object", "output", "progress", "q",     "ruby", "samp",     "select",
    "small",  "span",   "strong",   "sub",   "sup",  "textarea", "time",
    "var",    "wbr",    "font"};
const Names kHeadings = {"h1", "h2", "h3", "h4", "h5", "h6"};

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

std::string class_and_id(const DomNode* node) {
  return lowered(std::string(node->attribute("class")) + " " +
                 std::string(node->attribute("id")));
}

bool is_blank(const DomNode* node) {
  return node->is_text() &&
         node->text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool is_phrasing(const DomNode* node) {
  if (node->is_text() || one_of(node->tag, kPhrasing)) return true;
  const bool wraps = node->is("a") || node->is("del") || node->is("ins");
  return wraps && std::all_of(node->children.begin(), node->children.end(),
                              [](const DomNode* n) { return is_phrasing(n); });
}

bool is_visible(const DomNode* node) {
  const std::string style = lowered(node->attribute("style"));
  const auto styled = [&](std::string_view key, std::string_view value) {
    const std::size_t at = style.find(key);
    if (at == style.npos) return false;
    const std::size_t colon = style.find_first_not_of(": ", at + key.size());
    return colon != style.npos &&
           style.compare(colon, value.size(), value) == 0;
  };
  if (styled("display", "none") || styled("visibility", "hidden")) return false;
  for (const auto& [key, value] : node->attributes) {
    if (key == "hidden") return false;
    if (key == "aria-hidden" && value == "true") {
      return class_and_id(node).find("fallback-image") != std::string::npos;
    }
  }
  return true;
}

double link_density(DomNode* node) {
  const std::size_t all = inner_text(node).size();
  if (all == 0) return 0;
  double linked = 0;
  for (DomNode* link : elements(node, {"a"})) {
    // A jump inside the page is hardly a link.
    const double weight = link->attribute("href").starts_with('#') ? 0.3 : 1;
    linked += weight * static_cast<double>(inner_text(link).size());
  }
  return linked / static_cast<double>(all);
}

std::size_t comma_count(std::string_view text) {
  constexpr std::string_view kCommas[] = {",",   "،",  "﹐", "︐",
                                          "⹁", "，", "、", "؛"};
  std::size_t count = 0;
  for (const std::string_view comma : kCommas) {
    for (std::size_t at = 0; (at = text.find(comma, at)) != text.npos;) {
      at += comma.size();
      ++count;
    }
  }
  return count;
}

/// Characters as readers count them: an ideograph says as much as a word.
std::size_t text_length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// How much of `b`'s words are not among `a`'s, turned around: 1 is equal.
double similarity(std::string_view a, std::string_view b) {
  const auto words = [](std::string_view text) {
    std::vector<std::string> list;
    const std::string folded = fold_name(text);
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      list.push_back(folded.substr(at, end - at));
      at = end + 1;
    }
    return list;
  };
  const std::vector<std::string> known = words(a);
  const std::vector<std::string> other = words(b);
  if (known.empty() || other.empty()) return 0;
  std::size_t all = 0;
  std::size_t alien = 0;
  for (const std::string& word : other) {
    all += word.size() + 1;
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      alien += word.size() + 1;
    }
  }
  return 1 - static_cast<double>(alien) / static_cast<double>(all);
}

/// What is tried less strictly when a page gives too little text.
struct Strictness {
  bool strip_unlikely = true;
  bool weigh_classes = true;
  bool clean = true;
};

class Extractor {
 public:
  Extractor(Dom& page, std::string_view headline, Strictness strictness)
      : page_(page), headline_(headline), strict_(strictness) {}

  PageText run();

 private:
  void prepare();
  void join_breaks(DomNode* body);
  std::vector<DomNode*> prune();
  bool drops(DomNode* node);
  bool take_byline(DomNode* node);
  bool repeats_headline(DomNode* node);
  DomNode* as_paragraph(DomNode* div);
  void wrap_phrasing(DomNode* div);
  void score(const std::vector<DomNode*>& paragraphs);
  void start_score(DomNode* node);
  double class_weight(const DomNode* node) const;
  DomNode* best();
  DomNode* climb(DomNode* top, const std::vector<DomNode*>& ranked);
  DomNode* with_siblings(DomNode* top);
  void clean(DomNode* article);
  void clean_conditionally(DomNode* article, const Names& tags);
  bool is_clutter(DomNode* node);
  bool is_data_table(DomNode* table) const;

  Dom& page_;
  std::string_view headline_;
  Strictness strict_;
  std::string byline_;
  std::vector<DomNode*> candidates_;
};

void Extractor::prepare() {
  for (DomNode* node : elements(
           page_.root(), {"script", "style", "noscript", "template", "link"})) {
    remove(node);
  }
  join_breaks(page_.body());
}

/// Two <br> in a row part paragraphs: what follows them goes into a <p>.
void Extractor::join_breaks(DomNode* body) {
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

double Extractor::class_weight(const DomNode* node) const {
  if (!strict_.weigh_classes) return 0;
  double weight = 0;
  for (const char* key : {"class", "id"}) {
    const std::string value = lowered(node->attribute(key));
    if (value.empty()) continue;
    if (holds_any(value, kNegative)) weight -= 25;
    if (holds_any(value, kPositive)) weight += 25;
  }
  return weight;
}

bool Extractor::take_byline(DomNode* node) {
  const std::string names = class_and_id(node);
  const bool marked =
      node->attribute("rel") == "author" ||
      node->attribute("itemprop").find("author") != std::string_view::npos ||
      holds_any(names, kByline);
  if (!marked || !byline_.empty()) return false;
  const std::string text = inner_text(node);
  if (text.empty() || text_length(text) >= 100) return false;
  byline_ = text;
  for (DomNode* name : elements(node)) {
    if (name->attribute("itemprop").find("name") != std::string_view::npos) {
      byline_ = inner_text(name);
      break;
    }
  }
  return true;
}

bool Extractor::repeats_headline(DomNode* node) {
  if (!node->is("h1") && !node->is("h2")) return false;
  return !headline_.empty() && similarity(headline_, inner_text(node)) > 0.75;
}

/// Is the element surely none of the story's?
bool Extractor::drops(DomNode* node) {
  if (!is_visible(node)) return true;
  if (node->attribute("aria-modal") == "true") return true;
  if (take_byline(node)) return true;
  if (repeats_headline(node)) return true;
  if (strict_.strip_unlikely) {
    const std::string names = class_and_id(node);
    if (holds_any(names, kUnlikely) && !holds_any(names, kMaybe) &&
        !has_ancestor(node, "table") && !has_ancestor(node, "code") &&
        !node->is("body") && !node->is("a")) {
      return true;
    }
    if (one_of(node->attribute("role"), kBadRoles)) return true;
    if (node->is("nav")) return true;
  }
  const bool may_be_empty = node->is("div") || node->is("section") ||
                            node->is("header") || one_of(node->tag, kHeadings);
  return may_be_empty && elements(node, {"img", "table", "pre"}).empty() &&
         inner_text(node).empty();
}

/// Runs of text and inline elements in a <div> become paragraphs.
void Extractor::wrap_phrasing(DomNode* div) {
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
DomNode* Extractor::as_paragraph(DomNode* div) {
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

/// Takes away what surely is not of the story; the elements to be scored.
std::vector<DomNode*> Extractor::prune() {
  std::vector<DomNode*> scored;
  const auto visit = [&](const auto& self, DomNode* node) -> void {
    const std::vector<DomNode*> children = node->children;
    for (DomNode* child : children) {
      if (child->is_text()) continue;
      if (drops(child)) {
        remove(child);
        continue;
      }
      if (one_of(child->tag, kScored)) scored.push_back(child);
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

void Extractor::start_score(DomNode* node) {
  if (node->score) return;
  double start = class_weight(node);
  if (node->is("div")) start += 5;
  if (one_of(node->tag, {"pre", "td", "blockquote"})) start += 3;
  if (one_of(node->tag,
             {"address", "ol", "ul", "dl", "dd", "dt", "li", "form"}))
    start -= 3;
  if (one_of(node->tag, kHeadings) || node->is("th")) start -= 5;
  node->score = start;
  candidates_.push_back(node);
}

void Extractor::score(const std::vector<DomNode*>& paragraphs) {
  for (DomNode* paragraph : paragraphs) {
    const std::string text = inner_text(paragraph);
    const std::size_t length = text_length(text);
    if (!paragraph->parent || length < 25) continue;
    const double points =
        1 + 1 + static_cast<double>(comma_count(text)) +
        static_cast<double>(std::min<std::size_t>(length / 100, 3));
    int level = 0;
    for (DomNode* above = paragraph->parent; above && level < 5;
         above = above->parent, ++level) {
      if (!above->parent) break;
      start_score(above);
      const double divider = level == 0 ? 1 : level == 1 ? 2 : level * 3;
      *above->score += points / divider;
    }
  }
}

DomNode* Extractor::climb(DomNode* top, const std::vector<DomNode*>& ranked) {
  // Several good candidates under one roof: the roof.
  const auto above = [](DomNode* node) {
    std::vector<DomNode*> all;
    for (node = node->parent; node; node = node->parent) all.push_back(node);
    return all;
  };
  std::vector<std::vector<DomNode*>> rivals;
  for (DomNode* rival : ranked) {
    if (rival != top && *rival->score / *top->score >= 0.75) {
      rivals.push_back(above(rival));
    }
  }
  if (rivals.size() >= 3) {
    for (DomNode* roof = top->parent; roof && !roof->is("body");
         roof = roof->parent) {
      std::size_t under = 0;
      for (const auto& list : rivals) {
        if (std::find(list.begin(), list.end(), roof) != list.end()) ++under;
      }
      if (under >= 3) {
        top = roof;
        break;
      }
    }
    start_score(top);
  }
  double last = *top->score;
  const double least = last / 3;
  for (DomNode* parent = top->parent; parent && !parent->is("body");
       parent = parent->parent) {
    if (!parent->score) continue;
    if (*parent->score < least) break;
    if (*parent->score > last) {
      top = parent;
      break;
    }
    last = *parent->score;
  }
  const auto only_child = [](const DomNode* parent) {
    return std::count_if(parent->children.begin(), parent->children.end(),
                         [](const DomNode* n) { return !n->is_text(); }) == 1;
  };
  while (top->parent && !top->parent->is("body") && top->parent->parent &&
         only_child(top->parent)) {
    top = top->parent;
  }
  start_score(top);
  return top;
}

DomNode* Extractor::best() {
  for (DomNode* node : candidates_) *node->score *= 1 - link_density(node);
  std::vector<DomNode*> ranked = candidates_;
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](auto* a, auto* b) { return *a->score > *b->score; });
  if (ranked.size() > 5) ranked.resize(5);
  if (ranked.empty() || ranked.front()->is("body")) {
    DomNode* all = page_.make("div");
    for (DomNode* child : std::vector<DomNode*>(page_.body()->children)) {
      append(all, child);
    }
    append(page_.body(), all);
    start_score(all);
    return all;
  }
  return climb(ranked.front(), ranked);
}

/// The best element's neighbours may be of the story too.
DomNode* Extractor::with_siblings(DomNode* top) {
  DomNode* article = page_.make("div");
  const double least = std::max(10.0, *top->score * 0.2);
  const std::vector<DomNode*> siblings = top->parent->children;
  for (DomNode* sibling : siblings) {
    if (sibling->is_text()) continue;
    bool takes = sibling == top;
    if (!takes) {
      const bool same_class =
          !top->attribute("class").empty() &&
          sibling->attribute("class") == top->attribute("class");
      const double bonus = same_class ? *top->score * 0.2 : 0;
      if (sibling->score && *sibling->score + bonus >= least) {
        takes = true;
      } else if (sibling->is("p")) {
        const std::string text = inner_text(sibling);
        const double density = link_density(sibling);
        const std::size_t length = text_length(text);
        takes = length > 80
                    ? density < 0.25
                    : length > 0 && density == 0 &&
                          (text.ends_with('.') || text.find(". ") != text.npos);
      }
    }
    if (takes) append(article, sibling);
  }
  return article;
}

bool Extractor::is_data_table(DomNode* table) const {
  if (table->attribute("role") == "presentation") return false;
  if (!table->attribute("summary").empty()) return true;
  if (!elements(table, {"caption", "col", "colgroup", "tfoot", "thead", "th"})
           .empty()) {
    return true;
  }
  if (!elements(table, {"table"}).empty()) return false;
  const std::size_t rows = elements(table, {"tr"}).size();
  const std::size_t cells = elements(table, {"td"}).size();
  const std::size_t columns = rows > 0 ? cells / rows : 0;
  if (columns <= 1 || rows <= 1) return false;
  return rows >= 10 || columns > 4 || cells > 10;
}

/// Lists, tables and divisions inside the story that are not of it.
bool Extractor::is_clutter(DomNode* node) {
  if (node->is("table") && is_data_table(node)) return false;
  for (DomNode* above = node->parent; above; above = above->parent) {
    if (above->is("code")) return false;
    if (above->is("table") && is_data_table(above)) return false;
  }
  const double weight = class_weight(node);
  if (weight < 0) return true;
  const std::string text = inner_text(node);
  if (comma_count(text) >= 10) return false;
  const auto count = [&](std::string_view tag) {
    return static_cast<double>(elements(node, {tag}).size());
  };
  const auto length_in = [&](const Names& tags) {
    double sum = 0;
    for (DomNode* part : elements(node, tags)) {
      sum += static_cast<double>(inner_text(part).size());
    }
    return sum;
  };
  const double size =
      static_cast<double>(std::max<std::size_t>(text.size(), 1));
  const double p = count("p");
  const double images = count("img");
  const double items = count("li") - 100;
  const double inputs = count("input");
  const double embeds = count("object") + count("embed") + count("iframe");
  const bool list =
      node->is("ul") || node->is("ol") || length_in({"ul", "ol"}) / size > 0.9;
  const double headings = length_in(kHeadings) / size;
  const double links = link_density(node);
  const bool figure = has_ancestor(node, "figure");
  const std::size_t length = text_length(text);
  return (images > 1 && p / images < 0.5 && !figure) || (!list && items > p) ||
         inputs > std::floor(p / 3) ||
         (!list && headings < 0.9 && length < 25 &&
          (images == 0 || images > 2) && !figure) ||
         (!list && weight < 25 && links > 0.2) ||
         (weight >= 25 && links > 0.5) || (embeds == 1 && length < 75) ||
         embeds > 1;
}

void Extractor::clean_conditionally(DomNode* article, const Names& tags) {
  if (!strict_.clean) return;
  std::vector<DomNode*> nodes = elements(article, tags);
  // The inner ones first: what they lose must not count against the outer.
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    if ((*node)->parent && is_clutter(*node)) remove(*node);
  }
}

void Extractor::clean(DomNode* article) {
  clean_conditionally(article, {"form", "fieldset"});
  for (DomNode* node :
       elements(article, {"object", "embed", "footer", "aside", "iframe",
                          "input", "textarea", "select", "button", "nav"})) {
    remove(node);
  }
  for (DomNode* node : elements(article)) {
    if (!node->parent) continue;
    const std::string names = class_and_id(node);
    const bool share = names.find("share") != names.npos &&
                       text_length(inner_text(node)) < 500;
    const bool bad_heading = (node->is("h1") || node->is("h2")) &&
                             (class_weight(node) < 0 || repeats_headline(node));
    if (share || bad_heading) remove(node);
  }
  clean_conditionally(article, {"table"});
  clean_conditionally(article, {"ul"});
  clean_conditionally(article, {"div"});
}

PageText Extractor::run() {
  prepare();
  score(prune());
  DomNode* top = best();
  DomNode* article = top->parent ? with_siblings(top) : top;
  clean(article);
  return {block_text(article), byline_};
}

std::string without_furniture(const std::string& body) {
  std::string kept;
  for (const std::string& line : lines_of(body)) {
    if (!is_furniture(line)) add_paragraph(kept, line);
  }
  return kept;
}

}  // namespace

PageText story_text(std::string_view html, std::string_view headline) {
  constexpr std::size_t kEnough = 500;
  constexpr Strictness kTries[] = {
      {},
      {.strip_unlikely = false},
      {.strip_unlikely = false, .weigh_classes = false},
      {.strip_unlikely = false, .weigh_classes = false, .clean = false}};
  PageText longest;
  for (const Strictness& strictness : kTries) {
    Dom page(html);
    PageText text = Extractor(page, headline, strictness).run();
    text.body = without_furniture(text.body);
    if (text.byline.empty()) text.byline = longest.byline;
    const bool enough = text_length(text.body) >= kEnough;
    if (enough || text.body.size() > longest.body.size()) longest = text;
    if (enough) break;
  }
  return longest;
}

}  // namespace broadsheet
