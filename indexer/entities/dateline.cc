#include "indexer/entities/dateline.h"

#include <algorithm>

#include "common/text/fold.h"
#include "indexer/entities/rule_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestDateline = 80;  // bytes

bool is_break(char c) {
  return c == ',' || c == ';' || c == '/';
}

/// Where the places end: a digit, a bracket, a dash between spaces.
std::size_t places_end(std::string_view text) {
  const std::size_t mark = text.find_first_of("0123456789([<_");
  std::size_t dash = text.size();
  for (const std::string_view sign : {" -", "--", "–", "—"})
    dash = std::min(dash, text.find(sign));
  return std::min({text.size(), mark, dash});
}

/// Without spaces and the name of a month at its end ("CAIRO Feb").
std::string_view bare(std::string_view part) {
  const auto trim = [&] {
    while (!part.empty() && (part.front() == ' ' || part.front() == '\t'))
      part.remove_prefix(1);
    while (!part.empty() && (part.back() == ' ' || part.back() == '\t'))
      part.remove_suffix(1);
  };
  trim();
  const std::size_t last = part.find_last_of(" \t");
  const std::size_t word = last == part.npos ? 0 : last + 1;
  if (is_calendar_word(fold_name(part.substr(word)))) {
    part = part.substr(0, word);
    trim();
  }
  return part;
}

}  // namespace

std::vector<DatelinePlace> read_dateline(std::string_view dateline) {
  dateline = dateline.substr(0, places_end(dateline));
  std::vector<DatelinePlace> places;
  bool inner = false;  // behind a comma: what lies around the place before
  for (std::size_t at = 0; at <= dateline.size();) {
    std::size_t end = at;
    while (end < dateline.size() && !is_break(dateline[end])) ++end;
    const std::string_view part = bare(dateline.substr(at, end - at));
    if (!part.empty()) {
      if (inner && !places.empty())
        places.back().outer.emplace_back(part);
      else
        places.push_back({std::string(part), {}});
    }
    inner = end < dateline.size() && dateline[end] == ',';
    at = end + 1;
  }
  return places;
}

std::string_view leading_dateline(std::string_view body) {
  constexpr std::size_t kLongestSign = 5;  // bytes
  body = body.substr(0, kLongestDateline + kLongestSign);
  const std::string_view line = body.substr(0, body.find('\n'));
  std::size_t dash = line.npos;
  for (const std::string_view sign : {" - ", " -- ", " – ", " — ", "--", "—"})
    dash = std::min(dash, line.find(sign));
  if (dash == line.npos || dash > kLongestDateline) return {};
  const std::string_view first = line.substr(0, line.find_first_of(",(/-"));
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::count_if(first.begin(), first.end(), letter) < 3 ||
      std::any_of(first.begin(), first.end(), small))
    return {};
  return line.substr(0, dash);
}

}  // namespace broadsheet
