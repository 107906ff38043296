#include "indexer/formats/date_parser.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <iterator>
#include <string>
#include <tuple>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/date_tokens.h"
#include "indexer/formats/month_names.h"
#include "indexer/formats/solar_calendar.h"

namespace broadsheet {
namespace {

/// Patterns in order of trust. Y: four digits, y: two, M: a month's name, m: a
/// month's number, T: the word for a month before its number, d: a day, Z:
/// eight digits, H and N: two and four of an hour
/// and a zone, ' ': an optional filler ("de", "of", ordinals, a dot or a
/// comma); all else stands for itself. A '?' of slashes: day and month in an
/// order that must be worked out.
struct Pattern {
  std::string_view shape;
  Precision precision;
};

constexpr Pattern kDays[] = {
    {"Y-m-d", Precision::kDay},       {"Y/m/d", Precision::kDay},
    {"Y.m.d", Precision::kDay},       {"Y年m月d日", Precision::kDay},
    {"Y년m월d일", Precision::kDay},   {"Z", Precision::kDay},
    {"d-M-Y", Precision::kDay},       {"d/M/Y", Precision::kDay},
    {"d M Y", Precision::kDay},       {"M d Y", Precision::kDay},
    {"d M/M Y", Precision::kDay},     {"Y/M/d", Precision::kDay},
    {"M d H:H:H Y", Precision::kDay}, {"M d H:H:H+N Y", Precision::kDay},
    {"Y M d", Precision::kDay},       {"Y-M-d", Precision::kDay},
    {"Y d M", Precision::kDay},       {"d T m Y", Precision::kDay},
    {"d T m/Y", Precision::kDay},     {"M-d-Y", Precision::kDay},
    {"d-M-y", Precision::kDay},       {"d.m.Y", Precision::kDay},
    {"a/b/Y", Precision::kDay},       {"a-b-Y", Precision::kDay},
};

/// Only where the text is known to be a date.
constexpr Pattern kLooser[] = {
    {"d M y", Precision::kDay},   {"a b Y", Precision::kDay},
    {"d M 'y", Precision::kDay},  {"d M ’y", Precision::kDay},
    {"d.m.y", Precision::kDay},   {"a/b/y", Precision::kDay},
    {"M Y", Precision::kMonth},   {"M-Y", Precision::kMonth},
    {"Y-m", Precision::kMonth},   {"Y年m月", Precision::kMonth},
    {"m/Y", Precision::kMonth},   {"T m Y", Precision::kMonth},
    {"T m/Y", Precision::kMonth},
};

constexpr std::string_view kFillers[] = {
    ",",   ".",    "of",  "de",    "del",  "the", "st",   "nd",  "rd",   "th",
    "er",  "º",    "°",   "den",   "dne",  "ª",   "a",    "г",   "year", "ng",
    "day", "gmt",  "utc", "est",   "edt",  "cst", "cdt",  "pst", "pdt",  "ist",
    "nam", "gada", "m",   "жылғы", "พ.ศ.", "พ.ศ", "ค.ศ.", "ค.ศ"};

bool is_filler(std::string_view text) {
  const std::string folded = fold(text);
  return std::any_of(
      std::begin(kFillers), std::end(kFillers),
      [&](std::string_view f) { return f == folded || f == text; });
}

/// Many patterns ask it of the same token.
bool is_filler(const DateToken& token) {
  if (token.kind == DateTokenKind::kNumber || token.text.size() > 12)
    return false;
  if (!token.filler) token.filler = is_filler(token.text);
  return *token.filler;
}

struct Parts {
  int year = 0, month = 0, day = 0;
  int first = 0, second = 0;  ///< of a pattern with 'a' and 'b'
};

bool take_number(const DateToken& token, char what, Parts& parts) {
  if (token.kind != DateTokenKind::kNumber) return false;
  const std::size_t digits = token.digits;
  const int n = token.number;
  switch (what) {
    case 'Y':
      parts.year = n;
      return digits == 4 && n >= 1000 && n < 3000;
    case 'y':
      // A century is understood: 30 and above is the twentieth.
      parts.year = n < 30 ? 2000 + n : 1900 + n;
      return digits == 2;
    case 'm':
      parts.month = n;
      return digits <= 2 && n >= 1 && n <= 12;
    case 'd':
      parts.day = n;
      return digits <= 2 && n >= 1 && n <= 31;
    case 'H':
      return digits == 2;
    case 'N':
      return digits == 4;
    case 'a':
      parts.first = n;
      return digits <= 2;
    case 'b':
      parts.second = n;
      return digits <= 2;
    default:
      parts.year = n / 10000;
      parts.month = n / 100 % 100;
      parts.day = n % 100;
      return digits == 8 && parts.year >= 1000 && parts.year < 3000;
  }
}

/// Vietnamese counts its months: "4 tháng 3 năm 2024".
bool is_month_word(const DateToken& token) {
  return token.kind == DateTokenKind::kWord && token.text.size() >= 5 &&
         token.text.size() <= 7 && fold(token.text) == "thang";
}

bool take_month(const DateToken& token, Parts& parts) {
  parts.month = token.number;
  return token.kind == DateTokenKind::kWord && token.number > 0;
}

/// Is the token such as the sign of a shape stands for?
bool fits(std::string_view sign, const DateToken& token, Parts& parts) {
  switch (sign.front()) {
    case 'Y':
    case 'y':
    case 'm':
    case 'd':
    case 'a':
    case 'b':
    case 'Z':
    case 'H':
    case 'N':
      return take_number(token, sign.front(), parts);
    case 'M':
      return take_month(token, parts);
    case 'T':
      return is_month_word(token);
    default:
      return token.text == sign;
  }
}

/// How many tokens from `from` on the shape takes, 0 if it does not fit.
std::size_t match(std::string_view shape, DateTokens& tokens, std::size_t from,
                  Parts& parts) {
  std::size_t i = from;
  for (std::size_t s = 0; s < shape.size();) {
    const std::size_t begin = s;
    next_char(shape, s);
    const DateToken* token = tokens.at(i);
    if (shape[begin] == ' ') {
      for (int n = 0; n < 3 && token && is_filler(*token); ++n) {
        token = tokens.at(++i);
      }
      continue;
    }
    if (!token || !fits(shape.substr(begin, s - begin), *token, parts))
      return 0;
    ++i;
  }
  return i - from;
}

bool is_one_of(std::string_view tag,
               std::initializer_list<std::string_view> tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

/// Which of two numbers is the month: one above 12 says it, else the language
/// does; 31/12 order everywhere but in the United States.
bool settle_order(Parts& parts, std::string_view language) {
  if (parts.first == 0) return true;
  const bool month_first = parts.second > 12;
  const bool day_first = parts.first > 12;
  const bool american = is_one_of(language, {"en-US", "en_US", "en-PH"});
  // Canadians print either order.
  if (parts.first != parts.second && !month_first && !day_first &&
      is_one_of(language, {"", "en", "en-CA", "en_CA"})) {
    return false;
  }
  const bool swap = month_first || (american && !day_first);
  parts.month = swap ? parts.first : parts.second;
  parts.day = swap ? parts.second : parts.first;
  return true;
}

/// Years behind a Thai month are those of the Buddhist era, 543 ahead, where
/// they can be no others: 2567, and 67 for it.
void settle_era(DateTokens& tokens, std::size_t from, std::size_t count,
                Parts& parts) {
  for (std::size_t i = from; i < from + count; ++i) {
    const DateToken& token = *tokens.at(i);
    if (token.number <= 0 || token.kind != DateTokenKind::kWord) continue;
    if (!is_thai(token.text)) continue;
    const bool short_year = tokens.at(from + count - 1)->digits == 2;
    if (short_year) parts.year = 2500 + parts.year % 100;
    if (parts.year >= 2400) parts.year -= 543;
  }
}

/// Iran counts the years of the sun: 14 Esfand 1402, and 1402/12/14 in its own
/// language, is 4 March 2024. Nothing of a month, which lies in two of ours.
bool settle_solar(Parts& parts, Precision precision,
                  std::string_view language) {
  const bool named = parts.month > kSolar;
  const bool numbers = language.starts_with("fa") && parts.month > 0 &&
                       parts.year >= 1300 && parts.year < 1500;
  if (!named && !numbers) return true;
  if (precision != Precision::kDay) return false;
  if (named) parts.month -= kSolar;
  const auto day = gregorian(parts.year, parts.month, parts.day);
  if (!day) return false;
  parts.year = day->year;
  parts.month = day->month;
  parts.day = day->day;
  return true;
}

bool is_joint(const DateToken& token) {
  return !token.space_before &&
         (token.text == "-" || token.text == "." || token.text == "/");
}

/// Does a number stand right before the date (behind it), as in "1.2.2024.5"
/// and "12-2024-02-08"? But "23:30-4 March 2024" begins with an hour.
bool goes_on(DateTokens& tokens, std::size_t from, std::size_t count) {
  const DateToken& first = *tokens.at(from);
  const bool hour = from > 2 && tokens.at(from - 3)->text == ":";
  if (from > 1 && !hour && first.kind == DateTokenKind::kNumber &&
      first.digits < 4 && !first.space_before &&
      is_joint(*tokens.at(from - 1)) &&
      tokens.at(from - 2)->kind == DateTokenKind::kNumber) {
    return true;
  }
  const DateToken* joint = tokens.at(from + count);
  const DateToken* number = tokens.at(from + count + 1);
  return joint && number && joint->text == "." && is_joint(*joint) &&
         !number->space_before && number->kind == DateTokenKind::kNumber &&
         tokens.at(from + count - 1)->digits == 4;
}

/// A month beside a number is a day that could not be: 31 February 2023.
bool has_bad_day(DateTokens& tokens, std::size_t from, std::size_t count) {
  const DateToken* joint = tokens.at(from + count);
  const DateToken* number = tokens.at(from + count + 1);
  if (joint && number && is_joint(*joint) &&
      number->kind == DateTokenKind::kNumber) {
    return true;
  }
  return from > 0 && tokens.at(from - 1)->kind == DateTokenKind::kNumber;
}

/// Where the date begins that the token at `from` opens: at a weekday before
/// it, if there is one.
std::size_t begin_of(DateTokens& tokens, std::size_t from) {
  std::size_t i = from;
  for (int n = 0; n < 3 && i > 0; ++n) {
    const DateToken& before = *tokens.at(--i);
    if (before.number == kWeekday) return before.begin;
    if (!is_filler(before) && before.text != "-") break;
  }
  return tokens.at(from)->begin;
}

template <std::size_t N>
std::optional<FoundDate> find(DateTokens& tokens, const Pattern (&patterns)[N],
                              std::string_view language) {
  for (std::size_t i = 0; const DateToken* token = tokens.at(i); ++i) {
    if (token->number <= 0 && !is_month_word(*token)) continue;
    for (const Pattern& pattern : patterns) {
      Parts parts;
      if (!fits(pattern.shape.substr(0, 1), *token, parts)) continue;
      const std::size_t count = match(pattern.shape, tokens, i, parts);
      if (count == 0 || !settle_order(parts, language)) continue;
      settle_era(tokens, i, count, parts);
      if (!settle_solar(parts, pattern.precision, language)) continue;
      Date date = Date::of(parts.year, parts.month, parts.day);
      date.precision = pattern.precision;
      if (!valid(date) || goes_on(tokens, i, count)) continue;
      if (pattern.precision == Precision::kMonth &&
          has_bad_day(tokens, i, count)) {
        continue;
      }
      return FoundDate{date, begin_of(tokens, i),
                       tokens.at(i + count - 1)->end()};
    }
  }
  return std::nullopt;
}

/// "2024-W06-4": the fourth day of the week that is the year's sixth, the one
/// that holds 4 January being the first.
std::optional<Date> from_week(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[5] != 'W' || text[8] != '-')
    return std::nullopt;
  int part[3] = {0, 0, 0};  // year, week, day
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == 4 || at == 5 || at == 8) continue;
    if (!is_digit(text[at])) return std::nullopt;
    int& number = part[at < 4 ? 0 : at < 8 ? 1 : 2];
    number = number * 10 + (text[at] - '0');
  }
  if (part[1] < 1 || part[1] > 53 || part[2] < 1 || part[2] > 7)
    return std::nullopt;
  namespace chrono = std::chrono;
  const chrono::sys_days fourth = chrono::year(part[0]) / chrono::January / 4;
  const auto weekday = static_cast<int>(chrono::weekday(fourth).iso_encoding());
  return Date::of(part[0], 1, 4)
      .plus_days(7 * (part[1] - 1) + part[2] - weekday);
}

/// What databases and programs write for no date at all.
bool is_null_date(std::string_view text) {
  return text == "0" || text.starts_with("0000-") ||
         text.starts_with("1970-01-01T00:00:00") ||
         text.starts_with("1970-01-01 00:00:00");
}

/// "20240208101500" is a day and its time, as databases print them.
bool is_compact_time(std::string_view text) {
  return text.size() == 14 && std::ranges::all_of(text, is_digit);
}

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text,
                                   const DateHints& hints) {
  DateTokens tokens(text, hints.language);
  return find(tokens, kDays, hints.language);
}

std::optional<Date> parse_date(std::string_view text, const DateHints& hints) {
  text = trimmed(text);
  if (is_null_date(text)) return std::nullopt;
  if (const auto week = from_week(text)) return week;
  if (const auto seconds = epoch_seconds(text))
    return Date::of(1970, 1, 1).plus_days(static_cast<int>(*seconds / 86'400));
  if (is_compact_time(text)) text = text.substr(0, 8);
  DateTokens tokens(text, hints.language);
  if (const auto found = find(tokens, kDays, hints.language)) {
    return found->date;
  }
  if (const auto found = find(tokens, kLooser, hints.language)) {
    return found->date;
  }
  // Letters and feeds of any language have English dates: "4 Mar 2024" in a
  // French one is no Tuesday.
  if (!hints.language.empty()) return parse_date(text);
  return parse_iso_date(text);
}

std::optional<std::int64_t> epoch_seconds(std::string_view text) {
  text = trimmed(text);
  // .NET: "/Date(1707350400000)/"
  if (text.starts_with("/Date(")) text = text.substr(6, text.find(')') - 6);
  const std::string_view digits = text.substr(0, text.find('.'));
  if (digits.size() != 10 && digits.size() != 13) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : digits.substr(0, 10)) {
    if (!is_digit(c)) return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  return seconds;
}

bool is_date_line(std::string line, std::string_view language) {
  if (line.size() > 120) return false;
  while (const auto found = find_date(line, {.language = language})) {
    line.erase(found->begin, found->end - found->begin);
  }
  return std::ranges::count_if(line, [](char c) {
           return c != ' ' && (c < '0' || c > '9');
         }) <= 45;
}

std::optional<Date> date_in_path(std::string_view path) {
  std::optional<Date> last;
  std::string spaced(path);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  for (std::size_t at = 0; at < spaced.size();) {
    // "01Apr2006Kerry15" ends its year in letters: cut where digits end.
    const auto found = find_date(std::string_view(spaced).substr(at));
    if (!found) break;
    last = found->date;
    at += found->end;
  }
  return last;
}

bool plausible(const Date& date, const Date& today) {
  if (!valid(date) || date.year < 1600) return false;
  const auto in_order = [](const Date& day) {
    return std::tuple(day.year, day.month, day.day);
  };
  return in_order(date.first_day()) <= in_order(today.plus_days(1));
}

}  // namespace broadsheet
