#include "indexer/formats/html_candidates.h"

#include <algorithm>
#include <string>

#include "indexer/formats/html_traits.h"

namespace broadsheet {
namespace {

class Candidates {
 public:
  Candidates(Dom& page, bool weigh_classes)
      : page_(page), weigh_classes_(weigh_classes) {}

  void score(const std::vector<DomNode*>& paragraphs);
  DomNode* best();
  DomNode* with_siblings(DomNode* top);

 private:
  void start_score(DomNode* node);
  DomNode* climb(DomNode* top, const std::vector<DomNode*>& ranked);

  Dom& page_;
  bool weigh_classes_;
  std::vector<DomNode*> candidates_;
};

void Candidates::start_score(DomNode* node) {
  if (node->score) return;
  double start = weigh_classes_ ? class_weight(node) : 0;
  if (node->is("div")) start += 5;
  if (one_of(node->tag, {"pre", "td", "blockquote"})) start += 3;
  if (one_of(node->tag,
             {"address", "ol", "ul", "dl", "dd", "dt", "li", "form"}))
    start -= 3;
  if (one_of(node->tag, kHeadings) || node->is("th")) start -= 5;
  node->score = start;
  candidates_.push_back(node);
}

void Candidates::score(const std::vector<DomNode*>& paragraphs) {
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

DomNode* Candidates::climb(DomNode* top, const std::vector<DomNode*>& ranked) {
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

DomNode* Candidates::best() {
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
DomNode* Candidates::with_siblings(DomNode* top) {
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

}  // namespace

DomNode* story_element(Dom& page, const std::vector<DomNode*>& paragraphs,
                       bool weigh_classes) {
  Candidates candidates(page, weigh_classes);
  candidates.score(paragraphs);
  DomNode* top = candidates.best();
  return top->parent ? candidates.with_siblings(top) : top;
}

}  // namespace broadsheet
