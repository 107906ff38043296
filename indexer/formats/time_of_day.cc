#include "indexer/formats/time_of_day.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "common/text/fold.h"

namespace broadsheet {
namespace {

using Words = std::span<const std::string_view>;

/// Halves of the day and zones, behind an hour.
constexpr std::string_view kBehind[] = {
    "am",  "pm",  "a",   "p",   "m",   "uhr", "h",   "gmt", "utc",  "est",
    "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst",
    "ist", "wib", "jst", "msk", "hrs", "et",  "pt",  "ct"};
constexpr std::string_view kUnits[] = {
    "m", "h", "min", "mins", "minutes", "hour", "hours", "hr", "hrs"};

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 2 &&
         word.find_first_not_of("0123456789") == word.npos;
}

/// The words, "16h42" and "5m" in two.
std::vector<std::string_view> parts_of(std::string_view folded) {
  std::vector<std::string_view> parts;
  while (!folded.empty()) {
    const std::string_view word = folded.substr(0, folded.find(' '));
    const std::size_t digits =
        std::min(word.find_first_not_of("0123456789"), word.size());
    const bool two = digits > 0 && digits < word.size();
    if (two) parts.push_back(word.substr(0, digits));
    const std::string_view rest = word.substr(two ? digits : 0);
    const bool hour = two && rest.size() == 3 && rest[0] == 'h';
    parts.push_back(hour ? rest.substr(1) : rest);
    folded.remove_prefix(std::min(word.size() + 1, folded.size()));
  }
  return parts;
}

bool is_ago(Words words) {
  return words.size() == 3 && is_number(words[0]) &&
         std::ranges::find(kUnits, words[1]) != std::end(kUnits) &&
         words[2] == "ago";
}

bool is_hour(Words words) {
  return words.size() >= 2 && is_number(words[0]) && is_number(words[1]) &&
         words[1].size() == 2 &&
         std::ranges::all_of(words.subspan(2), [](std::string_view word) {
           return std::ranges::find(kBehind, word) != std::end(kBehind);
         });
}

}  // namespace

bool is_time_of_day(std::string_view line) {
  if (line.size() < 4 || line.size() > 24) return false;
  const std::string folded = fold_name(line);
  const std::vector<std::string_view> words = parts_of(folded);
  return is_ago(words) || is_hour(words);
}

}  // namespace broadsheet
