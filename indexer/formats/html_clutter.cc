#include "indexer/formats/html_clutter.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "indexer/formats/furniture.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

bool is_data_table(DomNode* table) {
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
bool is_clutter(DomNode* node, bool weigh_classes) {
  if (node->is("table") && is_data_table(node)) return false;
  for (DomNode* above = node->parent; above; above = above->parent) {
    if (above->is("code")) return false;
    if (above->is("table") && is_data_table(above)) return false;
  }
  const double weight = weigh_classes ? class_weight(node) : 0;
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

void remove_clutter_of(DomNode* article, const Names& tags,
                       bool weigh_classes) {
  std::vector<DomNode*> nodes = elements(article, tags);
  // The inner ones first: what they lose must not count against the outer.
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    if ((*node)->parent && is_clutter(*node, weigh_classes)) remove(*node);
  }
}

bool is_links(DomNode* node) {
  return !node->is_text() && link_density(node) > 0.5;
}

/// The next node that is neither blank nor a break, or null.
DomNode* next_of(const DomNode* node) {
  const auto& siblings = node->parent->children;
  auto at = std::ranges::find(siblings, node);
  do {
    if (++at == siblings.end()) return nullptr;
  } while (is_blank(*at) || (*at)->is("br"));
  return *at;
}

/// Lines that lead to other stories, with the lists of links under them.
void remove_pointers(DomNode* story) {
  for (DomNode* node : elements(story)) {
    if (!is_block_tag(node->tag) || !node->parent) continue;
    const std::string text = inner_text(node);
    if (text.empty() || !is_pointer(text, link_density(node))) continue;
    if (DomNode* next = next_of(node); next && is_links(next)) remove(next);
    remove(node);
  }
}

/// In names of what stands under pictures.
const Names kCaptions = {"caption",     "cutline",      " pie ",
                         "pie-foto",    "img_desc",     "img-desc",
                         "img-cap",     "imgdesc",      "bildunterschrift",
                         "photocredit", "photo-credit", "photo_credit",
                         "imagecredit", "image-credit", "mediacredit"};

/// A card with the headline of another story, all of it one link.
bool is_teaser(DomNode* link) {
  if (!link->is("a") || text_length(inner_text(link)) > 400) return false;
  const bool card =
      holds_any(link->class_and_id(), {"card", "teaser", "bookmark"});
  return !elements(link, {"h2", "h3", "h4", "h5"}).empty() ||
         (card && !elements(link, {"div", "p"}).empty());
}

/// A card of another story without a link: a heading, a few words and others
/// like it beside it.
bool is_card(DomNode* node) {
  constexpr std::size_t kLongestCard = 400;
  const bool named =
      has_word(node->class_and_id(), {"card", "teaser", "promo"});
  if (!named || !short_text(node, kLongestCard)) return false;
  if (elements(node, {"h2", "h3", "h4", "h5"}).empty()) return false;
  return std::ranges::count_if(node->parent->children, [&](DomNode* other) {
           return other->tag == node->tag &&
                  other->attribute("class") == node->attribute("class");
         }) > 1;
}

/// What the text below has outside of links.
std::string unlinked_text(const DomNode* node) {
  if (node->is_text()) return node->text;
  std::string text;
  for (const DomNode* child : node->children)
    if (!child->is("a")) text += unlinked_text(child);
  return text;
}

/// "News: Home | Sections | Search": links and the signs that part them, or the
/// cells of a table.
bool is_link_bar(DomNode* node) {
  constexpr std::size_t kLongestBar = 600;
  constexpr std::size_t kLongestLabel = 16;
  if (node->is("a") || !short_text(node, kLongestBar)) return false;
  const std::size_t links = elements(node, {"a"}).size();
  if (links < 2) return false;
  const std::string between = unlinked_text(node);
  const std::string words = fold_name(between);
  if (node->is("table") && words.empty()) return true;
  const bool labelled = links > 2 && words.size() <= kLongestLabel;
  return (words.empty() || labelled) &&
         holds_any(between, {"|", "·", "•", " - ", " / "});
}

/// A picture with what is written under it, a figure or set beside the text.
bool is_picture(DomNode* node) {
  const std::string_view side = node->attribute("align");
  const bool table = node->is("table") && (side == "left" || side == "right");
  const bool figure = node->is("figure") &&
                      elements(node, {"table", "pre", "blockquote"}).empty();
  return (table || figure) && !elements(node, {"img"}).empty() &&
         text_length(inner_text(node)) < 300;
}

/// Sentences of the story that are printed once more, large.
void remove_pull_quotes(DomNode* story) {
  for (DomNode* node : elements(story, {"blockquote", "aside", "div", "q"})) {
    const std::string names = node->class_and_id();
    if (!holds_any(names, {"pullquote", "pull-quote", "pull_quote"})) continue;
    const std::string text = inner_text(story);
    const std::string quote = inner_text(node);
    const std::size_t first = text.find(quote);
    if (first != text.npos && text.find(quote, first + 1) != text.npos) {
      remove(node);
    }
  }
}

}  // namespace

bool is_caption(const DomNode* node) {
  const std::string names = " " + node->class_and_id() + " ";
  return !node->is("figcaption") &&
         !holds_any(names, {"no_caption", "no-caption", "nocaption"}) &&
         holds_any(names, kCaptions) && text_length(inner_text(node)) < 400;
}

void remove_clutter(DomNode* story, std::string_view headline,
                    const ClutterRules& rules) {
  const auto judge = [&](const Names& tags) {
    if (rules.judge_blocks) remove_clutter_of(story, tags, rules.weigh_classes);
  };
  judge({"form", "fieldset"});
  for (DomNode* node :
       elements(story, {"object", "embed", "footer", "aside", "iframe", "input",
                        "textarea", "select", "button", "nav"})) {
    remove(node);
  }
  std::vector<DomNode*> cards;  // told by each other, so removed together
  for (DomNode* node : elements(story)) {
    if (!node->parent) continue;
    const std::string names = node->class_and_id();
    if (is_teaser(node) || is_link_bar(node) || is_picture(node)) {
      remove(node);
      continue;
    }
    if (is_card(node)) cards.push_back(node);
    const bool share = names.find("share") != names.npos &&
                       text_length(inner_text(node)) < 500;
    const bool bad_heading = (node->is("h1") || node->is("h2")) &&
                             ((rules.weigh_classes && class_weight(node) < 0) ||
                              repeats(node, headline));
    if (share || bad_heading) remove(node);
  }
  for (DomNode* card : cards) remove(card);
  remove_pull_quotes(story);
  remove_pointers(story);
  judge({"table"});
  judge({"ul"});
  judge({"div"});
}

}  // namespace broadsheet
