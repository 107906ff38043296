#include "searcher/snippet.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace broadsheet {
namespace {

/// What a further mark of a word already in the passage is worth.
constexpr double kRepeat = 0.1;
/// A difference in worth that repeats do not make, but another word does.
constexpr double kAnother = 0.5;
constexpr std::size_t kLeastChars = 20;
constexpr std::string_view kCutBegin = "… ", kCutEnd = " …";
constexpr std::size_t kCutChars = 4;

bool starts_char(char c) {
  return (static_cast<unsigned char>(c) >> 6) != 2;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::size_t count_chars(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), starts_char));
}

/// The border `chars` characters behind (in front of) `at`, or the text's end
/// (beginning).
std::size_t forward(std::string_view text, std::size_t at, std::size_t chars) {
  for (; at < text.size(); ++at)
    if (starts_char(text[at]) && chars-- == 0) break;
  return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t chars) {
  for (; at > 0 && chars > 0; --chars)
    while (--at > 0 && !starts_char(text[at])) {
    }
  return at;
}

/// Does "Mr", "Gen" or "U.S" at the end of the text explain its full stop?
bool ends_in_abbreviation(std::string_view text) {
  const auto word = text.substr(text.find_last_of(" \n(\"") + 1);
  if (word.empty()) return false;
  return word.find('.') != word.npos || (is_upper(word[0]) && word.size() <= 3);
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view wide : {"。", "！", "？"})
    if (text.ends_with(wide)) return true;
  for (const std::string_view close : {"\"", "'", ")", "]", "”", "’", "»"})
    if (text.ends_with(close)) text.remove_suffix(close.size());
  if (text.empty()) return false;
  if (text.back() == '.')
    return !ends_in_abbreviation(text.substr(0, text.size() - 1));
  return text.back() == '!' || text.back() == '?';
}

/// Does a sentence or a paragraph begin there, or the text end?
bool is_sentence_edge(std::string_view text, std::size_t at) {
  if (at == 0 || at == text.size() || text[at - 1] == '\n') return true;
  const auto before = text.substr(0, at);
  if (text[at - 1] == ' ')
    return text[at] != ' ' && !is_lower_or_digit(text[at]) &&
           ends_sentence(before.substr(0, before.find_last_not_of(' ') + 1));
  return before.ends_with("。") && starts_char(text[at]);
}

bool is_word_edge(std::string_view text, std::size_t at) {
  return at == 0 || at == text.size() || is_blank(text[at - 1]);
}

using Edge = bool (*)(std::string_view, std::size_t);

/// The last edge in [from, to], or npos; and the first.
std::size_t last_edge(std::string_view text, std::size_t from, std::size_t to,
                      Edge is_edge) {
  for (auto at = to + 1; at-- > from;)
    if (is_edge(text, at)) return at;
  return text.npos;
}

std::size_t first_edge(std::string_view text, std::size_t from, std::size_t to,
                       Edge is_edge) {
  for (auto at = from; at <= to; ++at)
    if (is_edge(text, at)) return at;
  return text.npos;
}

/// The worth of the marks in a window that slides over them.
class Window {
 public:
  void add(const Mark& mark) { worth_ += value(mark, counts_[mark.term]++); }
  void drop(const Mark& mark) { worth_ -= value(mark, --counts_[mark.term]); }
  double worth() const { return worth_; }

 private:
  static double value(const Mark& mark, std::size_t others) {
    return others == 0 ? mark.weight : kRepeat * mark.weight;
  }

  std::unordered_map<unsigned, std::size_t> counts_;
  double worth_ = 0;
};

/// A range that begins and ends with a mark, and what its marks are worth.
struct Passage {
  ByteRange range{0, 0};
  double worth = 0;
};

/// The range of the marks that are worth most together within `chars`.
Passage best_passage(std::string_view text, std::span<const Mark> marks,
                     std::size_t chars) {
  std::vector<std::size_t> starts;  // of the marks, in characters
  Window window;
  Passage best;
  std::size_t first = 0, counted = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto [begin, end] = marks[i].range;
    const auto gap = count_chars(text.substr(counted, begin - counted));
    starts.push_back((starts.empty() ? 0 : starts.back()) + gap);
    counted = begin;
    window.add(marks[i]);
    const auto stop = starts[i] + count_chars(text.substr(begin, end - begin));
    while (first < i && stop - starts[first] > chars)
      window.drop(marks[first++]);
    if (window.worth() <= best.worth * (1 + 1e-9)) continue;  // first of equals
    best = {{marks[first].range.first, end}, window.worth()};
  }
  return best;
}

/// The best range that leaves room for the beginning of its sentence, unless
/// another word comes in by using all of it.
ByteRange best_window(std::string_view text, std::span<const Mark> marks,
                      std::size_t chars) {
  const auto narrow = best_passage(text, marks, chars * 2 / 3);
  const auto wide = best_passage(text, marks, chars);
  return wide.worth - narrow.worth < kAnother ? narrow.range : wide.range;
}

/// Where the passage around the window begins.
std::size_t choose_begin(std::string_view text, const ByteRange& window,
                         std::size_t chars) {
  const auto [begin, end] = window;
  const auto used = count_chars(text.substr(begin, end - begin));
  const auto room = chars - std::min(chars, used);
  const auto sentence =
      last_edge(text, backward(text, begin, room), begin, is_sentence_edge);
  if (sentence != text.npos) return sentence;
  const auto least = backward(text, begin, room / 3);
  const auto word = first_edge(text, least, begin, is_word_edge);
  return word != text.npos ? word : least;
}

/// Where it ends: with a sentence if that leaves at least half of the room.
std::size_t choose_end(std::string_view text, std::size_t begin,
                       const ByteRange& window, std::size_t chars) {
  const auto limit = forward(text, begin, chars);
  if (limit == text.size()) return limit;
  const auto least =
      std::min(limit, std::max(window.second, forward(text, begin, chars / 2)));
  const auto sentence = last_edge(text, least, limit, is_sentence_edge);
  if (sentence != text.npos) return sentence;
  const auto word =
      last_edge(text, std::min(limit, window.second + 1), limit, is_word_edge);
  return word != text.npos && word > begin ? word : limit;
}

/// A passage that reaches the end of the text uses what room is left in front.
std::size_t widen_begin(std::string_view text, std::size_t begin,
                        std::size_t chars) {
  const auto used = count_chars(text.substr(begin));
  const auto least = backward(text, begin, chars - std::min(chars, used));
  const auto sentence = first_edge(text, least, begin, is_sentence_edge);
  return sentence != text.npos ? sentence : begin;
}

/// The marks within [begin, end), counted from there, joined if they overlap.
std::vector<ByteRange> marks_within(std::span<const Mark> marks,
                                    std::size_t begin, std::size_t end) {
  std::vector<ByteRange> within;
  for (const auto& [range, term, weight] : marks) {
    const auto from = std::max(range.first, begin);
    const auto to = std::min(range.second, end);
    if (from >= to) continue;
    if (!within.empty() && from - begin < within.back().second)
      within.back().second = std::max(within.back().second, to - begin);
    else
      within.emplace_back(from - begin, to - begin);
  }
  return within;
}

Snippet cut_out(std::string_view text, std::span<const Mark> marks,
                std::size_t begin, std::size_t end) {
  const bool whole_begin = is_sentence_edge(text, begin);
  const bool whole_end = is_sentence_edge(text, end);
  while (begin < end && is_blank(text[begin])) ++begin;
  while (begin < end && is_blank(text[end - 1])) --end;
  Snippet snippet;
  if (!whole_begin) snippet.text = kCutBegin;
  snippet.marks = marks_within(marks, begin, end);
  // Of blanks in a row one is left.
  std::vector<std::size_t> moved;  // to where each byte goes, and the end
  moved.reserve(end - begin + 1);
  for (std::size_t at = begin; at < end; ++at) {
    moved.push_back(snippet.text.size());
    const bool blank = is_blank(text[at]);
    if (!blank || !is_blank(text[at - 1]))
      snippet.text += blank ? ' ' : text[at];
  }
  moved.push_back(snippet.text.size());
  if (!whole_end) snippet.text += kCutEnd;
  for (auto& [from, to] : snippet.marks) from = moved[from], to = moved[to];
  return snippet;
}

}  // namespace

Snippet make_snippet(std::string_view text, std::span<const Mark> marks,
                     std::size_t max_chars) {
  max_chars = std::max(max_chars, kLeastChars);
  if (forward(text, 0, max_chars) == text.size())
    return cut_out(text, marks, 0, text.size());
  const auto chars = max_chars - kCutChars;
  const auto window = best_window(text, marks, chars);
  auto begin = choose_begin(text, window, chars);
  const auto end = choose_end(text, begin, window, chars);
  if (end == text.size()) begin = widen_begin(text, begin, chars);
  return cut_out(text, marks, begin, end);
}

}  // namespace broadsheet
