#include "indexer/formats/dateline.h"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongest = 90;

constexpr std::string_view kSeparators[] = {" -- ", " --", " - ", " — ",
                                            " – ",  "—",   "–",   " _ ",
                                            " -",   "-- ", "--",  "- "};

/// Does a dash begin with the byte, or what is set for one?
constexpr bool opens_dash(char c) {
  return (c == '-') | (c == '_') | (c == '\xE2');
}

static_assert(std::ranges::all_of(kSeparators, [](std::string_view each) {
  return opens_dash(each[each.starts_with(' ') ? 1 : 0]);
}));

/// Where from `at` on a separator can begin; the text's size for nowhere.
std::size_t find_opening(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return text.size();
  // A lone last byte is no separator.
  const std::string_view rest = text.substr(at, text.size() - at - 1);
  const std::size_t size = run_size(rest, [](const char* c) {
    return !(opens_dash(c[0]) | ((c[0] == ' ') & opens_dash(c[1])));
  });
  return size == rest.size() ? text.size() : at + size;
}

/// Words in capitals before a dash that are no place.
constexpr std::string_view kNoPlaces[] = {
    "exclusive",     "update",   "breaking",  "correction", "corrected",
    "watch",         "opinion",  "analysis",  "video",      "photos",
    "live",          "factbox",  "editorial", "interview",  "feature",
    "note",          "advisory", "summary",   "refile",     "repeat",
    "clarification", "file"};

/// Small words inside the names of places.
constexpr std::string_view kParticles[] = {
    "de",  "la",   "du",  "des", "di",  "da", "do", "del", "le",
    "les", "of",   "an",  "der", "bei", "am", "im", "on",  "in",
    "and", "upon", "sur", "the", "al",  "el", "et", "y",   "und"};

/// Cities so well known that their datelines name no state or country.
constexpr std::string_view kWellKnown[] = {
    "amsterdam",      "atlanta",        "baghdad",        "baltimore",
    "bangkok",        "beijing",        "beirut",         "berlin",
    "boston",         "brussels",       "cairo",          "chicago",
    "cincinnati",     "cleveland",      "dallas",         "denver",
    "detroit",        "djibouti",       "dublin",         "geneva",
    "gibraltar",      "guatemala city", "havana",         "helsinki",
    "hong kong",      "honolulu",       "houston",        "indianapolis",
    "islamabad",      "istanbul",       "jerusalem",      "johannesburg",
    "kabul",          "kuwait city",    "las vegas",      "london",
    "los angeles",    "luxembourg",     "madrid",         "mexico city",
    "miami",          "milan",          "milwaukee",      "minneapolis",
    "monaco",         "montreal",       "moscow",         "mumbai",
    "munich",         "new delhi",      "new orleans",    "new york",
    "oklahoma city",  "panama city",    "paris",          "philadelphia",
    "phoenix",        "pittsburgh",     "prague",         "quebec city",
    "rio de janeiro", "rome",           "salt lake city", "san antonio",
    "san diego",      "san francisco",  "sao paulo",      "seattle",
    "shanghai",       "singapore",      "st louis",       "stockholm",
    "sydney",         "tokyo",          "toronto",        "united nations",
    "vatican city",   "vienna",         "washington",     "zurich"};

/// What stands behind the one of them that is a state, too.
constexpr std::string_view kDistrict[] = {", D.C.", ", DC", " D.C.", " DC",
                                          " D C"};

template <std::size_t N>
bool listed(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

struct Shape {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t caseless = 0;
  bool digit_first = false;
};

Shape shape_of(std::string_view word) {
  Shape shape;
  shape.digit_first = word[0] >= '0' && word[0] <= '9';
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<UChar32>(next_char(word, at));
    if (u_isupper(c))
      ++shape.upper;
    else if (u_islower(c))
      ++shape.lower;
    else if (u_isalpha(c))
      ++shape.caseless;
  }
  return shape;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool starts_upper(std::string_view word) {
  std::size_t at = 0;
  return u_isupper(static_cast<UChar32>(next_char(word, at)));
}

/// Every word a name's, a number or a particle; the first one a name's.
bool all_names(const std::vector<std::string_view>& words) {
  if (!starts_upper(words.front())) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return starts_upper(word) || shape_of(word).digit_first || word[0] == '(' ||
           word[0] == '&' || listed(kParticles, word);
  });
}

bool is_place_in_capitals(std::string_view text) {
  text = text.substr(0, text.find_first_of(",("));
  std::size_t letters = 0;
  for (const std::string_view word : words_of(text)) {
    const Shape shape = shape_of(word);
    if (shape.lower > 0 && !listed(kParticles, word)) return false;
    if (listed(kNoPlaces, fold_name(word))) return false;
    letters += shape.upper;
  }
  return letters >= 3;
}

/// A place written in small letters needs more to be believed: an agency in
/// parentheses, or a day.
bool has_agency_or_day(std::string_view text) {
  const bool agency = text.find(" (") != text.npos && text.ends_with(')');
  // The year is left out of most datelines.
  const bool day = find_date(std::string(text) + " 2000") ||
                   find_date(std::string(text) + ", 2000");
  return agency || day;
}

/// Where all is in capitals, a place in capitals says less.
bool is_short(std::string_view text, std::string_view separator) {
  constexpr std::size_t kMostWords = 3;
  text = text.substr(0, text.find_first_of(",("));
  return words_of(text).size() <= kMostWords && separator != "- ";
}

/// `capitals`: the text goes on in capitals.
bool is_dateline(std::string_view text, std::string_view separator,
                 bool capitals) {
  if (text.size() < 3 || text.size() > kLongest) return false;
  const auto words = words_of(text);
  if (words.size() > 10) return false;
  const Shape all = shape_of(text);
  if (all.upper + all.lower == 0) {
    return all.caseless > 1 && words.size() <= 3 && separator.size() > 3;
  }
  if (!all_names(words)) return false;
  return has_agency_or_day(text) || (is_place_in_capitals(text) &&
                                     (!capitals || is_short(text, separator)));
}

/// "Hamburg, 14. Mai 1992. Auf dem ...": a place and a whole date, then a stop.
std::string dated_place(std::string_view paragraph) {
  const auto found = find_date(paragraph.substr(0, kLongest));
  if (!found || found->begin < 4) return {};
  const std::string_view place = paragraph.substr(0, found->begin);
  if (!place.ends_with(", ") || words_of(place).size() > 4) return {};
  if (place.find(". ") != place.npos || !all_names(words_of(place))) return {};
  const std::string_view after = paragraph.substr(found->end);
  const bool stop = after.empty() || after.starts_with('.') ||
                    after.starts_with(':') || after.starts_with(')');
  return stop ? std::string(paragraph.substr(0, found->end)) : std::string();
}

/// Of the text's first words those that are a well-known city's, in bytes.
std::size_t city_size(std::string_view text) {
  constexpr std::size_t kMostWords = 3;
  if (!starts_upper(text)) return 0;
  std::size_t size = 0;
  for (std::size_t words = 0, at = 0; words < kMostWords; ++words) {
    const std::size_t end =
        std::min(text.find_first_of(" ,(-_\xE2", at), text.size());
    if (end == at) break;
    if (listed(kWellKnown, fold_name(text.substr(0, end)))) size = end;
    if (end == text.size() || text[end] != ' ') break;
    at = end + 1;
  }
  return size;
}

bool opens_sentence(std::string_view text) {
  const bool quoted = text.starts_with('"') || text.starts_with("\u201c");
  return quoted || (!text.empty() && starts_upper(text));
}

/// Behind a city without a dash the text must begin, and not go on in capitals.
bool begins_text(std::string_view after) {
  constexpr std::size_t kMostCapitals = 3;  // "US", "GOP"
  const std::size_t begin = after.find_first_not_of(' ');
  if (begin == 0 || begin == after.npos) return false;
  after.remove_prefix(begin);
  const Shape next = shape_of(after.substr(0, after.find(' ')));
  return next.upper > 0 && (next.lower > 0 || next.upper <= kMostCapitals) &&
         shape_of(head_of(after, kLongest)).lower > 0;
}

/// "Washington, D.C. - Senator Doe", "WASHINGTON Today": what names a city that
/// needs no country and has a text behind it, in bytes.
std::size_t known_city_size(std::string_view text) {
  std::size_t size = city_size(text);
  if (size == 0) return 0;
  // In small letters, and without a dash, more must stand behind it.
  bool sure = shape_of(text.substr(0, size)).lower == 0;
  for (const std::string_view district : kDistrict) {
    if (!text.substr(size).starts_with(district)) continue;
    size += district.size();
    sure = true;
    break;
  }
  if (text.substr(size).starts_with(" ("))
    size = std::min(text.find(')', size), text.size() - 1) + 1;
  const std::string_view after = text.substr(size);
  for (const std::string_view separator : kSeparators)
    if (after.starts_with(separator))
      return opens_sentence(after.substr(separator.size())) ? size : 0;
  return sure && begins_text(after) ? size : 0;
}

}  // namespace

std::size_t find_dateline(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t end; (end = text.find(' ', at)) != text.npos; at = end + 1) {
    // "EASTERN WASHINGTON" is a name of its own.
    const Shape before = shape_of(text.substr(at, end - at));
    if ((before.lower > 0 || before.upper < 2) &&
        known_city_size(text.substr(end + 1)) > 0)
      return end + 1;
  }
  return text.npos;
}

std::string dateline_of(std::string_view paragraph) {
  const std::string_view head = head_of(paragraph, kLongest + 6);
  // The earliest separator whose left side is a dateline.
  for (std::size_t at = 1; (at = find_opening(head, at)) < head.size(); ++at) {
    for (const std::string_view separator : kSeparators) {
      if (!head.substr(at).starts_with(separator)) continue;
      const std::string_view text = head.substr(0, at);
      const bool capitals =
          shape_of(head_of(paragraph.substr(at), 2 * kLongest)).lower == 0;
      if (is_dateline(text, separator, capitals)) return one_line(text);
    }
  }
  if (const std::size_t size =
          known_city_size(head_of(paragraph, 3 * kLongest)))
    return one_line(paragraph.substr(0, size));
  return dated_place(paragraph);
}

}  // namespace broadsheet
