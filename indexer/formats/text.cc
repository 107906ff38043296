#include "indexer/formats/text.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/furniture.h"
#include "indexer/formats/label_line.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

/// Spaces in a row that stood for a break when a page was flattened to text.
constexpr std::size_t kBreak = 6;

/// Where kBreak spaces first follow `at`, or the end. The last of them is
/// looked at first: most bytes need not be.
std::size_t find_break(std::string_view text, std::size_t at) {
  while (text.size() - at >= kBreak) {
    std::size_t before = kBreak;  // the spaces at the end
    while (before > 0 && text[at + before - 1] == ' ') --before;
    if (before == 0) return at;
    at += before;
  }
  return text.size();
}

/// The lines of a text, in which pages were flattened to a few long ones with
/// runs of spaces where lines ended: those are parted there.
Lines parted_lines(std::string_view text) {
  constexpr std::size_t kLongLine = 200;
  Lines parted;
  for (const std::string_view line : lines_of(text)) {
    if (line.size() <= kLongLine) {
      parted.push_back(line);
      continue;
    }
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t gap = find_break(line, at);
      parted.push_back(line.substr(at, gap - at));
      parted.emplace_back();
      at = std::min(line.find_first_not_of(' ', gap), line.size());
    }
  }
  return parted;
}

/// The paragraphs without blocks of page furniture, and with their gaps.
std::vector<std::string> story_paragraphs(const Lines& lines) {
  Lines kept;
  kept.reserve(lines.size());
  for (auto at = lines.begin(); at != lines.end();) {
    const auto end = std::find(at, lines.end(), std::string_view());
    if (!is_furniture(std::span(at, end))) kept.insert(kept.end(), at, end);
    kept.emplace_back();
    at = std::find_if(end, lines.end(),
                      [](std::string_view line) { return !line.empty(); });
  }
  return paragraphs_of(kept, {.keep_gaps = true});
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kEdge = " ,.:;-|";
  const std::size_t begin = text.find_first_not_of(kEdge);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kEdge) - begin + 1);
}

/// Does a sentence go on behind the words?
bool leads_on(std::string_view words) {
  constexpr std::string_view kLeading[] = {
      " on",   " since", " by",      " of",     " the",  " until",
      " from", " to",    " in",      " at",     " near", " for",
      " and",  " with",  " between", " outside"};
  return std::ranges::any_of(
      kLeading, [words](auto word) { return words.ends_with(word); });
}

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool has_small_letters(std::string_view text) {
  return std::ranges::any_of(text, is_small_letter);
}

/// Most words begin with a capital, and not all is in capitals.
bool is_in_title_case(std::string_view text) {
  std::size_t small = 0;
  char before = ' ';
  for (const char c : text)
    small += std::exchange(before, c) == ' ' && is_small_letter(c);
  return has_small_letters(text) && 2 * small < word_count(text);
}

/// The lines above a body, taken one by one.
class Head {
 public:
  Head(Article& article, std::string_view path)
      : article_(article), path_date_(date_in_path(path)) {}

  /// Is the paragraph part of the head? What it says is taken. A paragraph
  /// that is body in part is left as that part.
  bool take(std::string& paragraph, bool last) {
    constexpr int kMostLabels = 8;  // on a line
    int labels = 0;
    std::string labelled;  // the last label and what stood behind it
    do {
      take_leading_date(paragraph);
    } while (drop_label(paragraph, labelled) && ++labels < kMostLabels);
    drop_repeated_headline(paragraph);
    if (trimmed(paragraph).empty()) {
      if (labels > 0)
        behind_contact_ = fold(labelled).find("contact") != std::string::npos;
      return true;
    }
    behind_contact_ = false;
    const bool behind_byline = std::exchange(behind_byline_, false);
    if (article_.byline.empty() && is_byline(paragraph)) {
      article_.byline = byline_of(paragraph);
      behind_byline_ = true;
      return true;
    }
    // "Associated Press Writer"
    if (behind_byline && word_count(paragraph) <= 5 && is_desk(paragraph)) {
      return true;
    }
    if (take_date_line(paragraph)) return true;
    return article_.headline.empty() && take_headline(paragraph, last);
  }

  /// The path's day printed anywhere in the text's beginning is as good as
  /// printed in the head.
  void seek_path_date(std::string_view text) {
    std::size_t at = 0;
    for (int n = 0; path_date_ && n < 6; ++n) {
      const auto found = find_date(head_of(text.substr(at), 1500));
      if (!found) return;
      if (found->date == *path_date_) {
        offer(found->date, DateOrigin::kText, {});
        return;
      }
      at += found->end;
    }
  }

  const std::optional<Date>& path_date() const { return path_date_; }

  /// Has a label just told that whom to ask is named next?
  bool behind_contact() const { return behind_contact_; }

  void offer(const Date& date, DateOrigin origin, std::string_view text) {
    // A page printed long after its story carries the day of the printing.
    const bool stray = path_date_ && date.precision == Precision::kDay &&
                       (compact(date) > compact(path_date_->plus_days(31)) ||
                        compact(date) < compact(path_date_->plus_days(-31)));
    if (!stray) offer_date(article_, origin, date, text);
  }

 private:
  static bool drop_label(std::string& paragraph, std::string& labelled) {
    const std::size_t label = label_size(paragraph);
    if (label == 0) return false;
    labelled = std::move(paragraph);
    paragraph = trimmed(std::string_view(labelled).substr(label));
    return true;
  }

  bool take_headline(std::string& paragraph, bool last) {
    const bool filed = !dateline_of(paragraph).empty();
    if (!filed && (split_at_date(paragraph) || split_at_dateline(paragraph)))
      return false;
    const std::string_view text = trimmed(paragraph);
    constexpr std::size_t kShort = 12;  // "Paris - A City of Light"
    if (text.size() > 300 ||
        (filed && word_count(text) > kShort && has_small_letters(text)))
      return false;
    const bool sentence = paragraph.ends_with('.') && word_count(text) > 14;
    if (word_count(text) > 45 || sentence) return false;
    if (last && paragraph.ends_with('.')) return false;
    article_.headline = paragraph;
    return true;
  }

  /// "Headline of a release October 31, 2007 WASHINGTON - Today ...": the
  /// words before a date are the headline of one long line.
  bool split_at_date(std::string& paragraph) {
    const auto found = find_date(std::string_view(paragraph).substr(0, 260));
    if (!found || paragraph.size() < found->end + 80) return false;
    const std::string before(
        trimmed(std::string_view(paragraph).substr(0, found->begin)));
    if (word_count(before) < 3 || before.find(". ") != before.npos)
      return false;
    // "... announced on October 31, 2007 that ..." is a sentence.
    const std::string_view after =
        std::string_view(paragraph).substr(found->end);
    const std::size_t next = after.find_first_not_of(" .,-");
    std::size_t at = next;
    if (next == after.npos) return false;
    std::string folded;
    append_lower(folded, next_char(after, at));
    if (folded == after.substr(next, at - next)) return false;
    if (leads_on(before)) return false;
    article_.headline = before;
    offer(found->date, DateOrigin::kText, before);
    paragraph = after.substr(next);
    return true;
  }

  /// "Headline of a Release Contact Ann Lee WASHINGTON -- Today ...": so are
  /// the words before a dateline.
  bool split_at_dateline(std::string& paragraph) {
    constexpr std::size_t kLeastBody = 80;
    const std::size_t at = find_dateline(head_of(paragraph, 400));
    if (at == paragraph.npos || paragraph.size() < at + kLeastBody)
      return false;
    std::string_view before =
        trimmed(std::string_view(paragraph).substr(0, at));
    const auto found = find_date(before);
    if (found && found->end < before.size()) return false;
    const std::size_t contact = before.find(" Contact");
    if (contact != before.npos && !found &&
        before.find_first_of("0123456789", contact) != before.npos)
      return false;
    before = trimmed(before.substr(
        0, std::min(contact, found ? found->begin : before.size())));
    const std::size_t words = word_count(before);
    if (words < 4 || words > 24 || before.find(". ") != before.npos ||
        !is_in_title_case(before) || leads_on(before) || is_contact(before))
      return false;
    article_.headline = before;
    if (found) offer(found->date, DateOrigin::kText, before);
    paragraph.erase(0, at);
    return true;
  }

  void take_leading_date(std::string& paragraph) {
    const std::string_view head = std::string_view(paragraph).substr(0, 40);
    auto found = find_date(head);
    std::optional<Date> loose;
    std::size_t end = found ? found->end : 0;
    if (!found && head.size() > 9 && head[0] >= '0' && head[0] <= '9') {
      // "10 31 2005": what is left of 10/31/2005.
      end = 10;
      const std::string_view text = head.substr(0, end);
      loose = text[2] == ' ' && text[5] == ' ' ? numeric(text) : std::nullopt;
      if (loose) found = FoundDate{*loose, 0, end};
    }
    if (!found || found->begin > 0) return;
    offer(found->date, DateOrigin::kText, head.substr(0, end));
    paragraph = trimmed(std::string_view(paragraph).substr(end));
  }

  /// Day and month in the order that agrees with the path, if only one does.
  std::optional<Date> numeric(std::string_view text) const {
    if (const auto date = parse_date(text)) return date;
    for (const std::string_view language : {"en-US", "en-GB"}) {
      const auto date = parse_date(text, {.language = language});
      if (date && path_date_ && date == path_date_) return date;
    }
    return std::nullopt;
  }

  void drop_repeated_headline(std::string& paragraph) const {
    const std::string& headline = article_.headline;
    if (headline.empty() || paragraph.size() < headline.size()) return;
    if (paragraph.size() < 2 * headline.size() &&
        reads_same(paragraph, headline)) {
      paragraph.clear();
    } else if (paragraph.starts_with(headline)) {
      paragraph = trimmed(std::string_view(paragraph).substr(headline.size()));
    }
  }

  /// "Thursday, Feb. 8, 2024", "Buenos Aires, 3 de noviembre de 2010".
  bool take_date_line(std::string_view line) {
    if (line.size() > 100) return false;
    const auto found = find_date(line);
    if (!found) return take_coarse_date(line);
    const std::string_view before = trimmed(line.substr(0, found->begin));
    const std::string_view after = trimmed(line.substr(found->end));
    if (word_count(before) > 5 || word_count(after) > 5) return false;
    if (article_.headline.empty() && word_count(before) + word_count(after) > 2)
      return false;
    const std::string dateline = dateline_of(line);
    if (!dateline.empty()) article_.dateline = dateline;
    offer(found->date,
          dateline.empty() ? DateOrigin::kText : DateOrigin::kDateline, line);
    return true;
  }

  /// "April 1997"; "Special to the Gazette, 1983", which stays in the body.
  bool take_coarse_date(std::string_view line) {
    if (article_.headline.empty() || line.ends_with('.')) return false;
    const std::size_t words = word_count(line);
    const std::size_t comma = line.rfind(", ");
    const bool all = words <= 3;
    if (!all && (words > 8 || comma == line.npos)) return false;
    const std::string_view text = all ? line : line.substr(comma + 2);
    const auto date = parse_date(text);
    if (!date || !plausible(*date, today())) return false;
    offer(*date, DateOrigin::kText, line);
    return all;
  }

  Article& article_;
  std::optional<Date> path_date_;
  bool behind_byline_ = false;
  bool behind_contact_ = false;
};

/// A text printed more than once among the first lines is the headline: above
/// it stand the names of the site and the section.
std::string repeated_line(const std::vector<std::string>& paragraphs) {
  constexpr std::size_t kHead = 10;
  std::vector<std::string> folded(std::min(paragraphs.size(), kHead));
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const std::size_t words = word_count(paragraphs[i], 46);
    if (words >= 4 && words <= 45 && label_size(paragraphs[i]) == 0)
      folded[i] = fold_name(paragraphs[i]);
  }
  for (auto at = folded.begin(); at != folded.end(); ++at)
    if (!at->empty() && std::find(at + 1, folded.end(), *at) != folded.end())
      return paragraphs[static_cast<std::size_t>(at - folded.begin())];
  return {};
}

/// The end of `spaced` that reads as `closed`, which has no gaps; `closed` if
/// none does.
std::string_view with_gaps(std::string_view spaced, std::string_view closed) {
  std::size_t at = spaced.size();
  for (std::size_t i = closed.size(); i > 0; --i) {
    if (at == 0 || spaced[at - 1] != closed[i - 1]) return closed;
    --at;
    if (closed[i - 1] == ' ') at = spaced.find_last_not_of(' ', at) + 1;
  }
  return spaced.substr(at);
}

class TextReader final : public Reader {
 public:
  TextReader(Input& input, OnSkip on_skip)
      : input_(input), on_skip_(std::move(on_skip)) {}

  std::optional<Article> next() override {
    if (std::exchange(read_, true)) return std::nullopt;
    const std::string bytes = input_.rest();
    if (input_.truncated()) {
      on_skip_({.why = "text cut at 16 MB", .lost = false});
    }
    Article article = parse_text(to_utf8(bytes), input_.name());
    if (!has_text(article)) {
      on_skip_({.why = "no text"});
      return std::nullopt;
    }
    return finished(std::move(article), on_skip_);
  }

 private:
  Input& input_;
  OnSkip on_skip_;
  bool read_ = false;
};

}  // namespace

Article parse_text(std::string_view text, std::string_view path) {
  Article article;
  const std::string clean = clean_text(text);
  const std::vector<std::string> spaced = story_paragraphs(parted_lines(clean));
  std::vector<std::string> paragraphs(spaced.size());
  std::ranges::transform(spaced, paragraphs.begin(), one_line);
  Head head(article, path);
  const std::string repeated = repeated_line(paragraphs);
  // Behind the headline a head is a few short lines; then all is body.
  constexpr std::size_t kHeadLines = 10;
  bool in_body = false;
  std::string body;  // with its gaps
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    std::string& paragraph = paragraphs[i];
    if (!repeated.empty() && article.headline.empty()) {
      if (paragraph == repeated) article.headline = paragraph;
      if (const auto found = find_date(paragraph)) {
        head.offer(found->date, DateOrigin::kText, paragraph);
      }
      continue;
    }
    in_body = in_body || i >= kHeadLines;
    if (article.headline.empty() &&
        (is_contact(paragraph) ||
         is_above_headline(paragraphs, i, head.behind_contact())))
      continue;
    std::string_view kept = spaced[i];
    if (!in_body) {
      if (head.take(paragraph, i + 1 == paragraphs.size())) continue;
      if (article.dateline.empty()) article.dateline = dateline_of(paragraph);
      in_body = paragraph.size() > 160 || paragraph.ends_with('.') ||
                !article.dateline.empty();
      kept = with_gaps(kept, paragraph);
    }
    add_clean_paragraph(article.body, paragraph);
    add_clean_paragraph(body, kept);
  }
  take_dateline(article);
  if (!article.date) head.seek_path_date(article.body);
  article.body = std::move(body);
  if (head.path_date())
    offer_date(article, DateOrigin::kPath, *head.path_date(), path);
  return article;
}

std::unique_ptr<Reader> open_text(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return std::make_unique<TextReader>(input, std::move(on_skip));
}

}  // namespace broadsheet
