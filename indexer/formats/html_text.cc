#include "indexer/formats/html_text.h"

#include <algorithm>
#include <vector>

#include "indexer/formats/furniture.h"
#include "indexer/formats/html_candidates.h"
#include "indexer/formats/html_clutter.h"
#include "indexer/formats/html_pruning.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

/// What is tried less strictly when a page gives too little text.
struct Strictness {
  bool strip_unlikely = true;
  ClutterRules clutter = {};
};

constexpr Strictness kTries[] = {
    {true, {true, true}},
    {false, {true, true}},
    {false, {false, true}},
    {false, {false, false}},
};

constexpr std::size_t kEnough = 500;

/// Without the other stories that pages of the nineties list below a line that
/// points to them.
void drop_other_stories(std::vector<std::string_view>& lines) {
  constexpr std::size_t kLongestTitle = 120;
  for (auto at = lines.begin() + std::ssize(lines) / 2; at != lines.end();
       ++at) {
    const bool points = at->ends_with(':') && is_pointer(*at, 1);
    if (points && std::all_of(at, lines.end(), [](std::string_view line) {
          return text_length(line) <= kLongestTitle;
        })) {
      lines.erase(at, lines.end());
      return;
    }
  }
}

std::string without_furniture(const std::string& body) {
  std::vector<std::string_view> lines = lines_of(body);
  drop_other_stories(lines);
  std::string kept;
  for (const std::string_view line : lines) {
    if (!is_furniture(line) && !is_notice(line)) add_paragraph(kept, line);
  }
  return kept;
}

/// Of a page of its own, which is taken apart.
std::string text_with(const Strictness& strictness, Dom page,
                      std::string_view headline) {
  const auto paragraphs = prune(page, headline, strictness.strip_unlikely);
  DomNode* story =
      story_element(page, paragraphs, strictness.clutter.weigh_classes);
  remove_clutter(story, headline, strictness.clutter);
  return without_furniture(block_text(story));
}

}  // namespace

std::string story_text(const Dom& page, std::string_view headline) {
  std::string best;
  for (const Strictness& strictness : kTries) {
    std::string text = text_with(strictness, page, headline);
    // A little more is furniture, much more is the story.
    if (text.size() <= best.size() * 3 / 2) continue;
    best = std::move(text);
    if (text_length(best) >= kEnough) break;
  }
  return best;
}

}  // namespace broadsheet
