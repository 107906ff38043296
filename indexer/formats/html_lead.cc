#include "indexer/formats/html_lead.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/furniture.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

constexpr std::ptrdiff_t kLeadLines = 10;
constexpr std::ptrdiff_t kTailLines = 4;

/// How much room a line takes: a sign of Chinese or Thai that of two letters.
std::size_t width_of(std::string_view line) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    const bool wide = char_class(next_char(line, at)) == CharClass::kIdeograph;
    width += wide ? 2 : 1;
  }
  return width;
}

/// Is the line so long that it must be of the story?
bool is_prose(std::string_view line) {
  return width_of(line) > 120;
}

/// Without the dash that a place or an outlet has behind it.
std::string_view before_dash(std::string_view line) {
  for (const std::string_view dash : {" —", " –", " -", " --"}) {
    if (line.ends_with(dash)) line.remove_suffix(dash.size());
  }
  return line;
}

/// Is the line days and hours, with a few words about them?
bool is_date_line(std::string line, std::string_view language) {
  if (line.size() > 120) return false;
  while (const auto found = find_date(line, {.language = language})) {
    line.erase(found->begin, found->end - found->begin);
  }
  return std::ranges::count_if(line, [](char c) {
           return c != ' ' && (c < '0' || c > '9');
         }) <= 45;
}

class Lead {
 public:
  explicit Lead(Article& article)
      : article_(article), headline_(fold_name(article.headline)) {}

  /// Is the line above the story, and none of it?
  bool takes_above(const std::string& line) {
    const bool behind_byline = std::exchange(behind_byline_, false);
    const std::string folded = fold_name(line);
    if (folded == headline_ || folded == fold_name(article_.section) ||
        fold_name(before_dash(line)) == fold_name(article_.source) ||
        is_furniture(line)) {
      return true;
    }
    behind_byline_ = is_byline(line) || folded == fold_name(article_.byline);
    if (behind_byline_) {
      if (article_.byline.empty()) article_.byline = byline_of(line);
      return true;
    }
    // "Courier Staff Writer"
    return takes_date(line) || (behind_byline && is_desk(line));
  }

  bool takes_below(const std::string& line) {
    // "Jane Doe, jane@ledger.example"
    const bool byline = line.size() < 80 && !article_.byline.empty() &&
                        byline_of(line) == article_.byline;
    return byline || is_furniture(line) || takes_date(line);
  }

  /// The day of an update is better than none.
  void settle() {
    if (update_) offer_date(article_, DateOrigin::kText, *update_, {});
  }

 private:
  bool takes_date(const std::string& line) {
    const auto found = find_date(line, {.language = article_.language});
    if (!found || !is_date_line(line, article_.language)) return false;
    if (tells_update(std::string_view(line).substr(0, found->begin))) {
      update_ = found->date;
    } else {
      offer_date(article_, DateOrigin::kText, found->date, line);
    }
    return true;
  }

  Article& article_;
  std::string headline_;
  bool behind_byline_ = false;
  std::optional<Date> update_;
};

}  // namespace

void take_lead(Article& article) {
  std::vector<std::string> lines = lines_of(article.body);
  auto story = std::ranges::find_if(lines, is_prose);
  if (story == lines.end())  // a short one
    story = std::ranges::max_element(lines, {}, width_of);
  if (story == lines.end()) return;
  Lead lead(article);
  auto end = std::min(story - lines.begin(), kLeadLines);
  lines.erase(std::remove_if(lines.begin(), lines.begin() + end,
                             [&](auto& l) { return lead.takes_above(l); }),
              lines.begin() + end);
  const auto tail = std::max<std::ptrdiff_t>(std::ssize(lines) - kTailLines, 1);
  lines.erase(std::remove_if(lines.begin() + tail, lines.end(),
                             [&](auto& l) { return lead.takes_below(l); }),
              lines.end());
  lead.settle();
  article.body.clear();
  for (const std::string& line : lines) add_paragraph(article.body, line);
}

}  // namespace broadsheet
