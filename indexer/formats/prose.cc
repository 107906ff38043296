#include "indexer/formats/prose.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/byline.h"

namespace broadsheet {
namespace {

constexpr std::size_t kUsualParagraph = 500;  // bytes; most have fewer

/// What a character of a source becomes; 0 where it is dropped.
char32_t cleaned(char32_t c) {
  if (c == '\n') return c;
  if (c == '\t' || c == '\v' || c == '\f' || c == 0xA0 || c == 0x3000) {
    return ' ';
  }
  if (c == 0x85 || c == 0x2028 || c == 0x2029) return '\n';
  if (c >= 0x2000 && c <= 0x200A) return ' ';  // spaces of some width
  if (c == 0x202F || c == 0x205F) return ' ';
  const bool invisible = c == 0xAD || c == 0xFEFF || c == 0x200B || c == 0x2060;
  // Overrides of direction; the plain marks U+200E and U+200F are text.
  const bool turns =
      (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || invisible || turns ? 0 : c;
}

/// Is it a character of ASCII that is clean as it is?
bool is_plain(char c) {
  return ((c >= ' ') & (c < 0x7F)) | (c == '\n');
}

/// How much of the beginning is text that is clean as it is.
std::size_t plain_size(std::string_view text) {
  return run_size(text, [](const char* c) { return is_plain(*c); });
}

/// Behind the commands to a terminal that begin at `at`, if any do.
std::size_t behind_escape(std::string_view text, std::size_t at) {
  while (at + 1 < text.size() && text[at] == 0x1B) {
    const bool title = text[at + 1] == ']';
    if (text[at + 1] != '[' && !title) return at;
    std::size_t end = at + 2;
    const auto goes_on = [&](char c) {
      return title ? c != 0x07 && c != 0x1B && c != '\n'
                   : (c >= '0' && c <= '?') || (c >= ' ' && c <= '/');
    };
    while (end < text.size() && goes_on(text[end])) ++end;
    at = std::min(end + 1, text.size());
  }
  return at;
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_space(char c) {
  return (c == ' ') | (c == '\n');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

constexpr std::string_view kMarks[] = {"•", "·", "*", "-", "–", "—",
                                       "+", "o", "▪", "■", "‣", "►"};

/// Does a mark of a list begin with the byte, or a number?
constexpr auto kOpensMark = [] {
  std::array<bool, 256> opens{};
  for (const std::string_view mark : kMarks)
    opens[static_cast<unsigned char>(mark.front())] = true;
  for (unsigned char c = '0'; c <= '9'; ++c) opens[c] = true;
  return opens;
}();

/// Where the text of a list item begins behind its mark, 0 for no item.
std::size_t list_mark(std::string_view line) {
  constexpr std::size_t kLongest = 3;
  const std::size_t at = indent_of(line);
  if (at == line.size() || !kOpensMark[static_cast<unsigned char>(line[at])])
    return 0;
  const std::string_view begin = line.substr(at, kLongest + 1);
  const std::size_t mark = begin.find(' ');
  if (mark != begin.npos &&
      std::ranges::find(kMarks, begin.substr(0, mark)) != std::end(kMarks))
    return std::min(line.find_first_not_of(' ', at + mark), line.size());
  std::size_t digits = at;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool numbered =
      digits > at && digits - at <= 3 && digits + 1 < line.size() &&
      (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return numbered ? digits + 2 : 0;
}

/// Where two spaces first follow `at`, if they do. The line ends in none.
std::size_t find_gap(std::string_view line, std::size_t at) {
  const auto before_last = line.substr(at, line.size() - at - 1);
  const std::size_t words = run_size(
      before_last, [](const char* c) { return (c[0] != ' ') | (c[1] != ' '); });
  return words == before_last.size() ? line.npos : at + words;
}

/// Columns: two gaps of spaces inside, or one that is wide.
bool is_table_row(std::string_view line) {
  line = trimmed(line);
  std::size_t gaps = 0;
  for (std::size_t at = 0;
       gaps < 2 && (at = find_gap(line, at)) != line.npos;) {
    const std::size_t end = line.find_first_not_of(' ', at);
    // After a full stop two spaces are an old typist's habit.
    const bool sentence = end - at == 2 && at > 0 &&
                          std::string_view(".!?:\"'").find(line[at - 1]) !=
                              std::string_view::npos;
    if (!sentence) ++gaps;
    if (end - at >= 4) ++gaps;
    at = end;
  }
  return gaps >= 2;
}

/// The width to which the text was wrapped by hand or machine: nearly the
/// longest line's; 0 if it was not wrapped at all.
std::size_t wrap_width(const Lines& lines) {
  constexpr std::size_t kWidest = 132;
  std::vector<std::size_t> widths;
  for (const std::string_view line : lines) {
    if (!line.empty()) widths.push_back(line.size());
  }
  if (widths.size() < 2) return 0;
  std::sort(widths.begin(), widths.end());
  if (widths.back() > 2 * kWidest) return 0;
  const std::size_t width = widths[widths.size() * 9 / 10];
  return width > kWidest || width < 20 ? 0 : width;
}

std::size_t first_word(std::string_view line) {
  line.remove_prefix(indent_of(line));
  return std::min(line.find(' '), line.size());
}

/// Was the break between two lines that are no rows of a table made by
/// wrapping?
bool wrapped(std::string_view before, std::string_view line,
             const Layout& layout) {
  if (layout.width == 0 || list_mark(line) > 0) return false;
  const std::size_t indent = indent_of(line);
  if (layout.indent_opens && indent > 1) return false;
  if (indent > std::max(indent_of(before), list_mark(before))) return false;
  // Ragged wrapping never leaves a fifth of the line free for the next word.
  const std::size_t slack = std::max<std::size_t>(4, layout.width / 5);
  return before.size() + 1 + first_word(line) + slack > layout.width;
}

/// Where a space that is not alone, or a new line, first follows `at`. The
/// text ends in neither.
std::size_t end_of_words(std::string_view text, std::size_t at) {
  const auto goes_on = [](const char* c) {
    return (c[0] != '\n') & ((c[0] != ' ') | ((c[1] != ' ') & (c[1] != '\n')));
  };
  // all but the last, which goes on
  const auto rest = text.substr(at, text.size() - at - 1);
  const std::size_t words = run_size(rest, goes_on);
  return at + words + (words == rest.size() ? 1 : 0);
}

/// Its words, each behind one space but the first; with `gaps`, behind as many
/// as it has, but where a line ends. Most texts lack nothing.
void append_line(std::string& to, std::string_view text, bool gaps) {
  text = trimmed(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_words(text, at);
    to.append(text, at, end - at);
    if (end == text.size()) break;
    at = text.find_first_not_of(" \n", end);
    const std::string_view gap = text.substr(end, at - end);
    to += gaps && gap.find('\n') == gap.npos ? gap : " ";
  }
}

void join_line(std::string& paragraph, std::string_view line, bool gaps) {
  // A word cut at the line's end keeps its hyphen, without the space.
  const std::size_t size = paragraph.size();
  const bool hyphen = size > 1 && paragraph.back() == '-' &&
                      paragraph[size - 2] != ' ' && paragraph[size - 2] != '-';
  if (!hyphen) paragraph += ' ';
  append_line(paragraph, line, gaps);
}

/// Are these paragraphs of ASCII that are clean as they are, with no gaps of
/// several spaces or with some?
bool is_set(std::string_view text, bool gaps) {
  if (text.empty() || is_space(text.front()) || is_space(text.back()))
    return false;
  const auto before_last = text.substr(0, text.size() - 1);
  const auto set = [gaps](const char* c) {
    const bool inside = gaps & (c[0] == ' ') & (c[1] == ' ');
    return is_plain(c[0]) & (!(is_space(c[0]) & is_space(c[1])) | inside);
  };
  return is_plain(text.back()) &&
         run_size(before_last, set) == before_last.size();
}

bool is_set_line(std::string_view text) {
  return is_set(text, false) && text.find('\n') == text.npos;
}

/// As one_line() has it.
void set_on_one_line(std::string& text) {
  if (!text.empty() && !is_set_line(text)) text = one_line(text);
}

void add_clean_line(std::string& body, std::string_view line, bool gaps) {
  line = trimmed(line);
  if (line.empty()) return;
  if (!body.empty()) body += '\n';
  append_line(body, line, gaps);
}

void add_lines(std::string& body, std::string_view text, bool gaps) {
  const std::string clean = clean_text(text);
  for (const std::string_view line : lines_of(clean))
    add_clean_line(body, line, gaps);
}

void clean_all(std::vector<std::string>& items) {
  for (std::string& item : items) set_on_one_line(item);
  std::erase_if(items, [](const std::string& item) { return item.empty(); });
}

constexpr std::string Article::*kLineFields[] = {
    &Article::fragment,   &Article::source_id, &Article::headline,
    &Article::dateline,   &Article::byline,    &Article::date_rejected,
    &Article::source,     &Article::section,   &Article::language,
    &Article::url,        &Article::status,    &Article::version,
    &Article::correction,
};

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_size(text.substr(at));
    clean.append(text, at, plain);
    at = behind_escape(text, at + plain);
    if (at >= text.size()) break;
    const std::size_t begin = at;
    const char32_t c = next_char(text, at);
    if (c == '\r') {
      if (at >= text.size() || text[at] != '\n') clean += '\n';
      continue;
    }
    const char32_t kept = cleaned(c);
    if (kept == 0) continue;
    if (kept == c && c != kReplacement) {
      clean.append(text, begin, at - begin);
    } else {
      append_utf8(clean, kept);
    }
  }
  return clean;
}

std::string one_line(std::string_view text) {
  const std::string clean = clean_text(text);
  std::string line;
  line.reserve(clean.size());
  append_line(line, clean, false);
  return line;
}

void add_paragraph(std::string& body, std::string_view paragraph) {
  if (!is_set_line(paragraph))
    return add_clean_line(body, clean_text(paragraph), false);
  add_clean_paragraph(body, paragraph);
}

void add_clean_paragraph(std::string& body, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!body.empty()) body += '\n';
  body += paragraph;
}

bool reads_same(std::string_view one, std::string_view other) {
  const auto [a, b] =
      std::ranges::mismatch(one, other, {}, ascii_lower, ascii_lower);
  // What goes before is folded alike; letters and digits of ASCII then differ.
  const auto letter = [](char c) {
    return kFoldedAscii[static_cast<unsigned char>(c)] != 0;
  };
  const bool parted =
      a != one.end() && b != other.end() && letter(*a) && letter(*b);
  return !parted && fold_name(one) == fold_name(other);
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  std::istringstream folded(fold_name(text));
  for (std::string word; folded >> word;) words.push_back(std::move(word));
  return words;
}

void add_lines(std::string& body, std::string_view text) {
  add_lines(body, text, false);
}

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) {
      line.remove_suffix(1);
    }
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> paragraphs_of(std::string_view text,
                                       const Layout& layout) {
  return paragraphs_of(lines_of(text), layout);
}

std::vector<std::string> paragraphs_of(const Lines& lines,
                                       const Layout& layout) {
  Layout known = layout;
  if (known.width == 0) known.width = wrap_width(lines);
  std::vector<std::string> paragraphs;
  const std::string_view* before = nullptr;
  bool row_before = false;
  for (const std::string_view& line : lines) {
    if (trimmed(line).empty()) {
      before = nullptr;
      continue;
    }
    const bool row = is_table_row(line);
    const bool behind = layout.after_dateline && before == &lines.front() &&
                        indent_of(line) < 2;
    const bool rows = std::exchange(row_before, row) || row;
    if (before && (behind || (!rows && wrapped(*before, line, known)))) {
      join_line(paragraphs.back(), line, known.keep_gaps);
    } else {
      paragraphs.emplace_back().reserve(kUsualParagraph);
      append_line(paragraphs.back(), line, known.keep_gaps);
    }
    before = &line;
  }
  return paragraphs;
}

namespace {

/// Without the headline and the byline that the text opens with once more.
void drop_repeated_head(Article& article) {
  for (;;) {
    const std::size_t end = article.body.find('\n');
    if (end == article.body.npos) return;
    const std::string line = article.body.substr(0, end);
    const bool headline =
        !article.headline.empty() && reads_same(line, article.headline);
    const bool byline = !article.byline.empty() &&
                        (is_byline(line) || is_name_alone(line)) &&
                        byline_of(line) == article.byline;
    if (!headline && !byline) return;
    article.body.erase(0, end + 1);
  }
}

}  // namespace

Article finished(Article&& article, const OnSkip& on_skip) {
  for (std::string Article::*field : kLineFields)
    set_on_one_line(article.*field);
  for (auto* list :
       {&article.topics, &article.people, &article.places, &article.orgs}) {
    clean_all(*list);
  }
  if (!article.date && !article.date_rejected.empty()) {
    on_skip({.record = article.fragment,
             .why = "date \"" + article.date_rejected +
                    "\" cannot be read or cannot be: left without one",
             .lost = false});
  }
  if (!is_set(article.body, true)) {
    const std::string raw = std::move(article.body);
    article.body.clear();
    add_lines(article.body, raw, true);
  }
  drop_repeated_head(article);
  if (article.body.size() > Input::kMaxText) {
    article.body = head_of(article.body, Input::kMaxText);
    on_skip({.record = article.fragment,
             .why = "text cut at 16 MB",
             .lost = false});
  }
  return std::move(article);
}

bool has_text(const Article& article) {
  return !article.headline.empty() || !article.body.empty();
}

}  // namespace broadsheet
