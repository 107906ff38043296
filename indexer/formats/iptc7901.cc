// SOH header STX text ETX day-and-hour EOT, for each story.
#include "indexer/formats/iptc7901.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/text/utf8.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/publication.h"
#include "indexer/formats/text.h"

namespace broadsheet {
namespace {

constexpr char kHeader = 1;
constexpr char kText = 2;
constexpr char kTextEnd = 3;
constexpr char kEnd = 4;

/// "AP-NY-02-26-87 1501EST", "upi 02-26-87 03:01 pes": month, day and year.
bool read_american_day(std::string_view text, Article& article) {
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    if (word.size() < 8 || word[word.size() - 3] != '-') continue;
    if (word.size() > 8 && word[word.size() - 9] != '-') continue;
    const std::string day = word.substr(word.size() - 8);
    const std::string century = day[6] < '3' ? "20" : "19";
    const auto date = parse_date(
        fmt::format("{}{}-{}", century, day.substr(6), day.substr(0, 5)));
    if (!date) continue;
    offer_date(article, DateOrigin::kMeta, *date, word);
    return true;
  }
  return false;
}

/// "262302 Feb 87": day, hour and minute, month, year; or a day of its own,
/// "26-FEB-87 23:02".
void read_day(std::string_view line, Article& article) {
  std::string text = one_line(line);
  if (read_american_day(text, article)) return;
  // "AFP 041405 GMT MAR 24"
  const std::size_t space = text.find(' ');
  if (space != text.npos &&
      std::ranges::all_of(text.substr(0, space), is_letter))
    text.erase(0, space + 1);
  const std::size_t digits =
      std::min(text.find_first_not_of("0123456789"), text.size());
  std::string day = text;
  if (digits == 6) {
    std::string rest = text.substr(6);
    // A zone may stand before the month.
    for (const char* zone : {" GMT", " UTC", " Z"}) {
      if (rest.starts_with(zone)) rest.erase(0, std::string_view(zone).size());
    }
    day = text.substr(0, 2) + rest;
  }
  if (parse_date(day)) offer_date(article, DateOrigin::kMeta, day);
}

/// The header's first line: service and number, urgency, category, words, slug.
/// Numbers come again, so the day is a part of the id.
void read_header(std::string header, Article& article) {
  // What the copy looks like is coded behind a separator of units.
  if (const std::size_t unit = header.find('\x1f'); unit != header.npos) {
    const auto control = [](char c) { return c >= 0 && c < ' '; };
    const auto begin = header.begin() + static_cast<std::ptrdiff_t>(unit);
    header.erase(begin, std::find_if(begin + 1, header.end(), control));
  }
  std::ranges::replace_if(
      header, [](char c) { return c < ' ' && c > 0; }, ' ');
  std::istringstream words(header);
  std::string urgency;
  words >> article.source_id >> urgency >> article.section;
  if (!std::ranges::all_of(article.section, is_letter)) article.section.clear();
  if (article.date && !article.source_id.empty()) {
    article.source_id += fmt::format("-{}", compact(article.date));
  }
}

/// "Port/Accidents/" and "(Summary, new: quotes)" above a headline, and notes
/// to editors.
bool is_slug(std::string_view line) {
  const bool words = line.find('/') != line.npos &&
                     line.find(' ') == line.npos &&
                     line.find("://") == line.npos;
  return words || (line.starts_with('(') && line.ends_with(')')) ||
         line.starts_with("Eds:") || line.starts_with("EDS:") ||
         line.starts_with("BC-");
}

/// "Berichtigung: Im 2. Absatz muss es 1911 heißen." above a headline.
bool is_correction_note(std::string_view line) {
  return line.ends_with('.') && line.find(": ") != line.npos &&
         tells_correction(one_line(line));
}

/// Two or three keywords right above a headline, which a blank line follows.
bool is_keyword_line(const std::vector<std::string_view>& lines) {
  if (lines.size() < 3) return false;
  return folded_words(lines[0]).size() < 4 &&
         folded_words(lines[1]).size() > 3 && lines[2].empty() &&
         lines[1].size() > lines[0].size();
}

/// `correction` is what a note tells of one. The copy's lines without slugs and
/// the signs of lines set flush left, of a headline's and a byline's end.
std::string plain_copy(std::string_view text, std::string& correction) {
  constexpr std::size_t kHead = 8;
  std::string plain;
  std::size_t count = 0;
  std::vector<std::string_view> lines = lines_of(text);
  if (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
  if (is_keyword_line(lines)) lines.erase(lines.begin());
  for (std::string_view line : lines) {
    // Indented lines open paragraphs.
    if (line.starts_with('\t') || line.starts_with("  ")) plain += '\n';
    while (line.starts_with('^')) line.remove_prefix(1);
    if (line.ends_with('<')) line.remove_suffix(1);
    if (line.ends_with('=')) line.remove_suffix(1);
    if (line.ends_with(' ')) line.remove_suffix(1);
    if (!line.empty() && ++count <= kHead) {
      const bool slug = is_slug(line);
      const std::string note(slug ? line.substr(line.find(": ") + 1) : line);
      const bool corrects =
          slug ? tells_correction(one_line(note)) : is_correction_note(line);
      if (corrects) correction = note;
      if (slug || corrects) continue;
    }
    (plain += line) += '\n';
  }
  return plain;
}

class WireReader final : public Reader {
 public:
  WireReader(Input& input, OnSkip on_skip)
      : input_(input), on_skip_(std::move(on_skip)) {}

  std::optional<Article> next() override {
    while (take_until(kHeader)) {
      ++count_;
      const std::size_t line = input_.line_number() + 1;
      const std::string name = fmt::format("story {}", count_);
      Article article;
      const bool begun = take_until(kText);
      const std::string header = piece_;
      const bool whole = begun && take_until(kTextEnd);
      if (!whole) {
        on_skip_({.line = line, .record = name, .why = "no end of its text"});
        continue;
      }
      std::string correction;
      const std::string copy = plain_copy(to_utf8(piece_), correction);
      article = parse_text(copy, {});
      article.correction = std::move(correction);
      take_day();
      read_day(piece_, article);
      read_header(header, article);
      article.fragment = std::to_string(count_);
      if (has_text(article)) return finished(std::move(article), on_skip_);
      on_skip_({.line = line, .record = name, .why = "no text"});
    }
    return std::nullopt;
  }

 private:
  /// Reads up to the mark into piece_; false if another story begins first.
  bool take_until(char mark) {
    piece_.clear();
    for (;;) {
      const std::string_view head = input_.peek(1);
      if (head.empty()) return false;
      const char c = head.front();
      if (c == kHeader && mark != kHeader) return false;
      input_.take(1);
      if (c == mark) return true;
      if (piece_.size() < Input::kMaxText) piece_ += c;
    }
  }

  void take_day() {
    piece_.clear();
    for (;;) {
      const std::string_view head = input_.peek(1);
      if (head.empty() || head.front() == kHeader || head.front() == kEnd)
        return;
      if (piece_.size() < 64) piece_ += head.front();
      input_.take(1);
    }
  }

  Input& input_;
  OnSkip on_skip_;
  std::string piece_;
  std::size_t count_ = 0;
};

}  // namespace

bool is_iptc7901(std::string_view head) {
  const std::size_t begin = head.find(kHeader);
  const std::size_t text = head.find(kText);
  return begin < 8 && text != head.npos && begin < text && text - begin < 512;
}

std::unique_ptr<Reader> open_iptc7901(Input& input, const ReadOptions&,
                                      OnSkip on_skip) {
  return std::make_unique<WireReader>(input, std::move(on_skip));
}

}  // namespace broadsheet
