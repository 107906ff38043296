#include "indexer/path_date.h"

#include <fmt/format.h>

#include <charconv>

#include "common/cli/error.h"
#include "indexer/formats/date_parser.h"

namespace broadsheet {
namespace {

struct Part {
  char letter;
  std::string_view regex;
};
constexpr Part kParts[] = {
    {'Y', "(\\d{4})"},
    {'y', "(\\d{2})"},
    {'m', "(\\d{2})"},
    {'d', "(\\d{2})"},
    {'b', "([^\\d\\s/._-]{3,})"},
};

std::string_view regex_for(char letter, const std::string& pattern) {
  for (const auto& part : kParts)
    if (part.letter == letter) return part.regex;
  throw Error(fmt::format("{}: no such part %{}", pattern, letter),
              "%Y %y %m %b %d");
}

int number(const std::string& digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

int month_named(const std::string& name) {
  const auto date = parse_date("1 " + name + " 2000");
  return date && date->precision == Precision::kDay ? date->month : 0;
}

}  // namespace

PathDate::PathDate(const std::string& pattern) {
  std::string regex = "(?:^|[^0-9])(?:";
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '%') {
      const char letter = at + 1 < pattern.size() ? pattern[++at] : ' ';
      regex += regex_for(letter, pattern);
      letters_ += letter;
    } else if (c == '*') {
      const bool deep = pattern.substr(at, 2) == "**";
      if (deep) ++at;
      regex += deep ? ".*" : "[^/]*";
    } else {
      if (std::string_view("\\^$.|?+()[]{}").find(c) != std::string::npos)
        regex += '\\';
      regex += c;
    }
  }
  if (letters_.find_first_of("Yy") == std::string::npos)
    throw Error(pattern + ": no year in it", "for example %Y/%m/%d");
  regex_ = std::regex(regex + ")(?![0-9])", std::regex::ECMAScript);
}

std::optional<Date> PathDate::in(std::string_view path) const {
  constexpr std::size_t kMostPath = 4096;  // as the system's; bounds the regex
  const std::string text(path.substr(0, kMostPath));
  std::smatch found;
  if (!std::regex_search(text, found, regex_)) return std::nullopt;
  int year = 0, month = 0, day = 0;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const std::string part = found[i + 1];
    switch (letters_[i]) {
      case 'Y':
        year = number(part);
        break;
      case 'y':
        year = number(part) + (number(part) < 69 ? 2000 : 1900);
        break;
      case 'm':
        month = number(part);
        break;
      case 'b':
        month = month_named(part);
        break;
      default:
        day = number(part);
    }
  }
  const bool by_month = letters_.find_first_of("mb") != std::string::npos;
  const bool by_day = letters_.find('d') != std::string::npos;
  const Date date = !by_month ? Date::of(year)
                    : !by_day ? Date::of(year, month)
                              : Date::of(year, month, day);
  return valid(date) ? std::optional(date) : std::nullopt;
}

}  // namespace broadsheet
