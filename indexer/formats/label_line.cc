#include "indexer/formats/label_line.h"

#include <algorithm>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/date_parser.h"

namespace broadsheet {
namespace {

/// What may stand behind a label on its line.
enum class Behind {
  kDate,  ///< a date, another label, or a colon and more
  kText,  ///< the headline too
  kRest,  ///< a few words that belong to the label
  kNames  ///< those of persons
};

struct Label {
  std::string_view text;  ///< folded
  Behind behind;
};

/// What press offices and papers print above a story that is none of it.
constexpr Label kLabels[] = {{"for immediate release", Behind::kText},
                             {"press releases", Behind::kText},
                             {"press release", Behind::kText},
                             {"news releases", Behind::kText},
                             {"news release", Behind::kText},
                             {"media releases", Behind::kText},
                             {"media release", Behind::kText},
                             {"media advisory", Behind::kRest},
                             {"newsroom", Behind::kDate},
                             {"news room", Behind::kDate},
                             {"press room", Behind::kDate},
                             {"press office", Behind::kDate},
                             {"printable version", Behind::kRest},
                             {"printer friendly", Behind::kRest},
                             {"related resources", Behind::kRest},
                             {"for release", Behind::kRest},
                             {"media contact", Behind::kNames},
                             {"contact", Behind::kNames},
                             {"statements and speeches", Behind::kRest},
                             {"latest news", Behind::kRest},
                             {"filter by", Behind::kRest},
                             {"washington dc", Behind::kRest},
                             {"washington d c", Behind::kRest},
                             {"releases", Behind::kDate},
                             {"home", Behind::kDate},
                             {"date", Behind::kDate}};

constexpr std::size_t kLongestLabels = 200;  ///< a line of labels alone

/// A line of the name and the office of whoever issued the text.
bool is_office(std::string_view text) {
  constexpr std::size_t kMostWords = 9;
  if (word_count(text, kMostWords + 1) > kMostWords) return false;
  const std::string folded = fold_name(text);
  const bool senator = folded.starts_with("senator ") ||
                       folded.starts_with("united states senator") ||
                       folded.starts_with("u s senator") ||
                       folded.find(" u s senator from") != folded.npos;
  if (senator && word_count(text) <= 6) return true;
  for (const std::string_view label :
       {"press room", "press releases", "news room"}) {
    if (folded.ends_with(label)) return true;
  }
  return false;
}

/// In letters of either case.
bool begins_with(std::string_view text, std::string_view label) {
  return std::ranges::equal(
      text.substr(0, label.size()), label,
      [](char c, char wanted) { return (c | 0x20) == wanted; });
}

/// Has each word a capital, or is it "or" or a number?
bool is_names(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool small = text[at] >= 'a' && text[at] <= 'z';
    if (begins && small && !text.substr(at).starts_with("or ")) return false;
  }
  return true;
}

/// "202-224-5972", "(202) 224 5972", "020 7946 0958".
bool has_telephone(std::string_view text) {
  std::size_t first = 0, second = 0;  // digits of the groups before
  std::size_t at = run_size(text, [](const char* c) { return !is_digit(*c); });
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    const std::size_t digits = at - begin;
    if (digits == 4 && (second == 3 || second == 4) && first >= 3 && first <= 5)
      return true;
    if (digits > 0) first = std::exchange(second, digits);
    if (at == text.size()) return false;
    if (std::string_view(" -.()/").find(text[at++]) == std::string_view::npos)
      first = second = 0;
  }
  return false;
}

}  // namespace

std::size_t word_count(std::string_view text, std::size_t most) {
  if (text.empty()) return 0;
  const auto begins = [](const char* c) {
    return static_cast<unsigned char>((c[-1] == ' ') & (c[0] != ' '));
  };
  constexpr std::size_t kBlock = 32;
  std::size_t words = text.front() == ' ' ? 0 : 1;
  std::size_t at = 1;
  for (; text.size() - at >= kBlock && words < most; at += kBlock) {
    unsigned char here = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
      here = static_cast<unsigned char>(here + begins(text.data() + at + i));
    words += here;
  }
  for (; at < text.size() && words < most; ++at)
    words += begins(text.data() + at);
  return std::min(words, most);
}

std::size_t label_size(std::string_view text) {
  if (text.empty()) return 0;
  if (is_office(text)) return text.size();
  for (const auto& [label, behind] : kLabels) {
    if (!begins_with(text, label)) continue;
    std::size_t at = label.size();
    if (at < text.size() && text[at] == ':') return at + 1;
    while (at < text.size() && text[at] == ' ') ++at;
    if (at == text.size() || is_digit(text[at])) return at;
    if (at == label.size()) continue;  // within a word
    const bool more = text.size() < kLongestLabels;
    if (behind == Behind::kText || (more && label_size(text.substr(at)) > 0))
      return at;
    const bool rest = behind == Behind::kRest ||
                      (behind == Behind::kNames && is_names(text.substr(at)));
    if (rest && text.size() < 60) return find_date(text) ? at : text.size();
  }
  return 0;
}

bool is_contact(std::string_view line) {
  constexpr std::size_t kMostWords = 20;
  const std::size_t words = word_count(line, kMostWords + 1);
  return words <= kMostWords && has_telephone(line) &&
         (words <= 6 || fold(line).find("contact") != std::string::npos);
}

bool is_above_headline(const std::vector<std::string>& lines, std::size_t at,
                       bool contact) {
  const std::string& line = lines[at];
  const std::size_t most = contact ? 3 : 1;
  const std::size_t words = word_count(line, most + 1);
  if (words > most || ascii_size(line) < line.size()) return false;
  do {
    if (++at + 1 >= lines.size()) return false;
  } while (word_count(lines[at], 2) <= 1);
  constexpr std::size_t kMostWords = 45;  // of a headline
  const std::size_t next = word_count(lines[at], kMostWords + 1);
  return next > words && next <= kMostWords && !lines[at].ends_with('.');
}

}  // namespace broadsheet
