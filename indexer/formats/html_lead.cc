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

/// "Home > World > Vik": where the page lies.
bool is_path(std::string_view line) {
  std::size_t steps = 0;
  for (const std::string_view sign : {" > ", " » ", " › "})
    for (std::size_t at = 0; (at = line.find(sign, at)) != line.npos; ++at)
      ++steps;
  return steps >= 2 && !is_prose(line);
}

/// "〔記者王小明／台北報導〕" before the text: its reporter, who is taken away.
std::string take_reporter(std::string& body) {
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"〔", "〕"}, {"【", "】"}, {"（", "）"}, {"[", "]"}};
  constexpr std::size_t kLongestName = 4 * 3;  // bytes
  for (const auto& [open, close] : kBrackets) {
    const std::size_t end = body.find(close);
    if (!body.starts_with(open) || end > 90) continue;
    std::string_view inner = std::string_view(body).substr(0, end);
    inner.remove_prefix(open.size());
    for (const std::string_view word : {"記者", "记者"}) {
      const std::size_t slash = std::min(inner.find("／"), inner.find('/'));
      if (!inner.starts_with(word) || slash > word.size() + kLongestName)
        continue;
      std::string name(inner.substr(word.size(), slash - word.size()));
      body.erase(0, end + close.size());
      return name;
    }
  }
  return {};
}

class Lead {
 public:
  explicit Lead(Article& article)
      : article_(article), headline_(fold_name(article.headline)) {}

  /// Is the line, before another one, above the story and none of it?
  bool takes_above(std::string_view line, std::string_view next) {
    const bool behind_byline = std::exchange(behind_byline_, false);
    const std::string folded = fold_name(line);
    if (folded == headline_) return behind_headline_ = true;
    if (folded == fold_name(article_.section) || is_outlet(line) ||
        is_path(line) || is_furniture(line)) {
      return true;
    }
    // "Jane Doe in Vik" above the day
    const bool lone = (behind_headline_ || line.find(" in ") != line.npos) &&
                      is_name_alone(line) && day_of(next);
    if (lone && article_.byline.empty()) {
      article_.byline = byline_of(line);
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

  bool takes_below(std::string_view line) {
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
  /// "The Ledger" where it is the Ledger Online.
  bool is_outlet(std::string_view line) const {
    auto name = folded_words(before_dash(line));
    auto outlet = folded_words(article_.source);
    for (auto* words : {&name, &outlet})
      if (!words->empty() && words->front() == "the")
        words->erase(words->begin());
    const auto shared = std::ranges::mismatch(name, outlet).in1 - name.begin();
    return shared > 0 && name.size() <= 4 &&
           shared == std::ssize(name.size() < outlet.size() ? name : outlet);
  }

  /// The day that the line tells, if it tells nothing else.
  std::optional<FoundDate> day_of(std::string_view line) const {
    auto found = find_date(line, {.language = article_.language});
    if (found && !is_date_line(std::string(line), article_.language))
      found.reset();
    return found;
  }

  bool takes_date(std::string_view line) {
    const auto found = day_of(line);
    if (!found) return false;
    if (tells_update(line.substr(0, found->begin))) {
      update_ = found->date;
    } else {
      offer_date(article_, DateOrigin::kText, found->date, line);
    }
    return true;
  }

  Article& article_;
  std::string headline_;
  bool behind_byline_ = false;
  bool behind_headline_ = false;
  std::optional<Date> update_;
};

}  // namespace

void take_lead(Article& article) {
  const std::string body = std::exchange(article.body, {});
  const std::vector<std::string_view> lines = lines_of(body);
  auto story = std::ranges::find_if(lines, is_prose);
  if (story == lines.end())  // a short one
    story = std::ranges::max_element(lines, {}, width_of);
  if (story == lines.end()) return;
  Lead lead(article);
  const auto end = std::min(story - lines.begin(), kLeadLines);
  std::vector<std::string_view> kept;
  for (auto line = lines.begin(); line != lines.end(); ++line) {
    const bool above = line - lines.begin() < end;  // so there is a next one
    if (!above || !lead.takes_above(*line, *(line + 1))) kept.push_back(*line);
  }
  const auto tail = std::max<std::ptrdiff_t>(std::ssize(kept) - kTailLines, 1);
  kept.erase(std::remove_if(kept.begin() + tail, kept.end(),
                            [&](auto& l) { return lead.takes_below(l); }),
             kept.end());
  lead.settle();
  for (const std::string_view line : kept) add_paragraph(article.body, line);
  const std::string reporter = take_reporter(article.body);
  if (article.byline.empty()) article.byline = reporter;
}

}  // namespace broadsheet
