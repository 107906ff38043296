#include "indexer/formats/byline.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

constexpr std::string_view kBy[] = {
    // alone
    "by ", "by: ", "par ", "par : ", "par: ", "por ", "por: ", "von ", "di ",
    "door ", "av ", "af ", "from correspondent ", "from ",
    // with a word for a text or its author
    "text: ", "text by ", "texte : ", "texto: ", "testo di ",
    "words: ", "words by ", "story by ", "written by ", "reported by ",
    "posted by ", "published by ", "authored by ", "author: ", "author : ",
    "autor: ", "autora: ", "auteur : ", "autore: ", "автор: ", "автор ",
    "текст: ", "كتب: ", "كتبت: ", "بقلم: ", "بقلم ", "της ", "του ",
    "opracowanie: ", "oprac. ", "submitted by ", "escrito por ", "postado por ",
    "publicado por ", "redactado por ", "ecrit par ", "redige par ",
    "geschrieben von ", "verfasst von ", "scritto da ",
    "teksti: ", "tekst: ", "كتبت ", "كتب ", "إعداد: "};

/// Words that say that a part of a byline is a desk and no person.
constexpr std::string_view kDeskWords[] = {
    "reuter", "reuters", "press", "agency", "news", "staff", "writer",
    "writers", "reporter", "correspondent", "editor", "service", "times", "afp",
    "ap", "upi", "dpa", "bureau", "desk", "team", "editorial", "newsroom",
    "agence", "agentur", "columnist", "contributor", "special", "redaktion",
    "online", "tribune", "author", "admin", "updated", "published", "senior",
    "journal", "post", "agencies", "agencia", "agencias", "redaccion",
    "redazione", "redaction", "redacao", "bloomberg", "xinhua", "newsdesk",
    "editors", "reporters", "correspondents", "user", "administrator",
    "webmaster", "submitted",
    // "Entered", "changed": what stands before a day in Korea.
    "입력", "수정", "등록", "기사입력"};

/// What stands behind a name instead of a word before it.
constexpr std::string_view kReporter[] = {" 기자", " 특파원", "記者", "记者"};

/// Words behind a name before a place or an outlet: "Jane Doe in Vik".
constexpr std::string_view kBehind[] = {
    " in ",  " for ",  " at ", " of ",        " à ",
    " aus ", " from ", " - ",  " Edited by ", " edited by "};

std::size_t word_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

/// "TNN", "PTI": an agency where it stands beside a name.
bool is_agency_code(std::string_view name) {
  return name.size() <= 5 &&
         std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view stripped(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

bool opens_small(std::string_view text) {
  std::size_t at = 0;
  return u_islower(static_cast<UChar32>(next_char(text, at)));
}

bool opens_capital(std::string_view text) {
  std::size_t at = 0;
  return u_isupper(static_cast<UChar32>(next_char(text, at)));
}

/// "Jane Doe" of "Jane Doe/NTX", "Jane Doe/ntx/" and "REUTERS/Jane Doe".
std::string_view beside_slash(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == name.npos || name.find("://") != name.npos) return name;
  const std::string_view before = stripped(name.substr(0, slash));
  const std::string_view after = stripped(name.substr(slash + 1));
  if (word_count(before) > 1 && word_count(after) == 1) return before;
  return word_count(before) == 1 && word_count(after) > 1 ? after : name;
}

/// The name alone, without the place or outlet behind it.
std::string_view person_in(std::string_view name) {
  name = beside_slash(name);
  // "Cairo: Jane Doe"
  const std::size_t colon = name.find(": ");
  if (colon != name.npos && word_count(name.substr(0, colon)) == 1 &&
      word_count(name.substr(colon + 2)) > 1) {
    name.remove_prefix(colon + 2);
  }
  // "and John Roe" in a line of its own
  for (const std::string_view word : {"and ", "und ", "et "}) {
    if (name.starts_with(word)) name.remove_prefix(word.size());
  }
  if (const std::size_t open = name.find(" (");
      open != name.npos && name.ends_with(')')) {
    name = name.substr(0, open);
  }
  for (const std::string_view word : kBehind) {
    const std::string_view before = name.substr(0, name.find(word));
    if (word_count(before) > 1) name = before;
  }
  return stripped(name);
}

/// "Jane Doe" of "Jane Doe, reporter" in Korean, Japanese and Chinese, an
/// address behind it left out.
std::string_view before_reporter(std::string_view text) {
  if (text.ends_with(')')) text.remove_suffix(1);
  const std::size_t last = text.rfind(' ') + 1;
  const std::string_view address = text.substr(last);
  if (address.find('@') != address.npos) text = stripped(text.substr(0, last));
  if (word_count(text) > 4) return {};
  for (const std::string_view word : kReporter) {
    if (text.size() > word.size() && text.ends_with(word)) {
      return stripped(text.substr(0, text.size() - word.size()));
    }
  }
  return {};
}

/// In the form that `folded` gives them.
std::vector<std::string> each_by(std::string (*folded)(std::string_view)) {
  std::vector<std::string> all;
  for (const std::string_view by : kBy) all.push_back(folded(by));
  return all;
}

std::string_view without_by(std::string_view text) {
  if (const auto name = before_reporter(text); !name.empty()) return name;
  static const auto folded_by = each_by(fold);
  const std::string folded = fold(text.substr(0, 24));
  for (std::size_t n = 0; n < folded_by.size(); ++n) {
    if (folded.starts_with(folded_by[n])) {
      return stripped(text.substr(std::min(kBy[n].size(), text.size())));
    }
  }
  return text;
}

/// "By" with no name behind it.
bool is_bare_by(std::string_view text) {
  static const auto names = each_by(fold_name);
  return std::ranges::find(names, fold_name(text)) != names.end();
}

/// "Jane Doe (with John Roe)" as "Jane Doe; John Roe".
std::string with_companions(std::string line) {
  constexpr std::string_view kWith[] = {" (with ", " (avec ", " (mit ",
                                        " (con ", " (com "};
  for (const std::string_view with : kWith) {
    const std::size_t at = line.find(with);
    if (at == line.npos || !line.ends_with(')')) continue;
    line.pop_back();
    line.replace(at, with.size(), "; ");
  }
  return line;
}

/// Where `part` first stands outside of parentheses.
std::size_t find_outside(std::string_view text, std::string_view part) {
  std::size_t at = text.find(part);
  while (at != text.npos) {
    const std::string_view before = text.substr(0, at);
    const std::size_t open = before.rfind('(');
    const bool inside = open != before.npos &&
                        before.find(')', open) == before.npos &&
                        text.find(')', at) != text.npos;
    if (!inside) break;
    at = text.find(part, at + 1);
  }
  return at;
}

/// Splits at any of the separators outside of parentheses.
template <std::size_t N>
std::vector<std::string_view> split(std::string_view text,
                                    const std::string_view (&at)[N]) {
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t first = text.npos;
    std::size_t size = 0;
    for (const std::string_view separator : at) {
      const std::size_t found = find_outside(text, separator);
      if (found < first) {
        first = found;
        size = separator.size();
      }
    }
    parts.push_back(stripped(text.substr(0, first)));
    if (first == text.npos) return parts;
    text.remove_prefix(first + size);
  }
}

constexpr std::string_view kAnd[] = {" and ", " AND ", " And ", " & ",
                                     " und ", " et ",  "; ",    ";",
                                     " | ",   "\n",    " / ",   "、"};
/// These may stand inside of a name: "José Ortega y Gasset".
constexpr std::string_view kWeakAnd[] = {" y ",  " e ", " en ",  " i ",
                                         " og ", " и ", " och ", " ve "};
constexpr std::string_view kComma[] = {", ", ","};

/// The parts of a line between its words for "and".
std::vector<std::string_view> split_at_and(std::string_view text) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(text, kAnd)) {
    const auto names = split(part, kWeakAnd);
    const bool whole = std::ranges::any_of(
        names, [](std::string_view name) { return word_count(name) < 2; });
    if (whole) parts.push_back(part);
    if (!whole) parts.insert(parts.end(), names.begin(), names.end());
  }
  return parts;
}

/// "K. T.", "J.-P.": capitals, each with its dot, and nothing else.
bool is_initials(std::string_view text) {
  bool initial = false;
  for (const char c : text) {
    if (c == '.' && !initial) return false;
    initial = c >= 'A' && c <= 'Z';
    if (!initial && c != '.' && c != ' ' && c != '-') return false;
  }
  return text.ends_with('.');
}

/// "Smith" and "K. T."; but "M.D." behind a whole name is a degree.
bool is_turned(std::string_view family, std::string_view given) {
  const bool degree = family.find(' ') != family.npos && given.size() > 2 &&
                      given.find_first_of(" -") == given.npos;
  return is_initials(given) && !degree;
}

/// "Jong, Michiel de" alone: nobody is called by one word.
bool is_turned_whole(const std::vector<std::string_view>& names) {
  return names.size() == 2 && word_count(names[0]) == 1 &&
         word_count(names[1]) <= 3 && !names[1].empty() && !is_desk(names[0]) &&
         !is_agency_code(names[0]);
}

/// "The Canadian Wire"
bool is_outlet(std::string_view name) {
  return name.starts_with("The ");
}

void add_person(std::string& byline, std::string_view name) {
  const std::string_view person = person_in(name);
  if (is_desk(person) || is_bare_by(person) || person.starts_with('@') ||
      is_outlet(person))
    return;
  if (!byline.empty() && is_agency_code(person)) return;
  add_authors(byline, person);
}

}  // namespace

bool is_desk(std::string_view name) {
  return std::ranges::any_of(folded_words(name), [](const std::string& word) {
    return std::ranges::find(kDeskWords, word) != std::end(kDeskWords);
  });
}

std::string byline_of(std::string_view text) {
  const std::string line = with_companions(one_line(text));
  std::string byline;
  const auto parts = split_at_and(without_by(line));
  for (const std::string_view part : parts) {
    const auto names = split(part, kComma);
    for (std::size_t i = 0; i < names.size(); ++i) {
      // What follows the last name and a comma is a post or a paper.
      if (i > 0 && part == parts.back()) break;
      add_person(byline, names[i]);
    }
  }
  return byline;
}

std::string authors_of(std::string_view text) {
  const std::string line = with_companions(one_line(text));
  std::string byline;
  for (const std::string_view part : split_at_and(without_by(line))) {
    const auto names = split(part, kComma);
    const bool turned = is_turned_whole(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool title = i > 0 && word_count(names[i]) == 1;
      if (i + 1 < names.size() &&
          (turned || is_turned(names[i], names[i + 1]))) {
        const std::string_view family = names[i];
        std::string person(names[++i]);
        // The field's own full stop, not an initial's.
        if (turned && !is_initials(person) && person.ends_with('.')) {
          person.pop_back();
        }
        add_person(byline, person.append(" ").append(family));
      } else if (!title) {
        add_person(byline, names[i]);
      }
    }
  }
  return byline;
}

void add_authors(std::string& byline, std::string_view names) {
  for (const std::string_view name : split(names, {std::string_view("; ")})) {
    const std::string whole = "; " + byline + ";";
    if (name.empty()) continue;
    if (whole.find("; " + std::string(name) + ";") != whole.npos) continue;
    if (!byline.empty()) byline += "; ";
    byline += name;
  }
}

bool is_name_alone(std::string_view line) {
  if (line.find_first_of("0123456789.:;!?,") != line.npos) return false;
  if (is_outlet(line)) return false;
  const auto words = split(person_in(line), {std::string_view(" ")});
  return words.size() > 1 && words.size() < 5 && !is_desk(line) &&
         std::ranges::all_of(words, opens_capital);
}

bool is_byline(std::string_view line) {
  if (line.size() > 160 || word_count(line) > 14) return false;
  const std::string_view names = without_by(line);
  if (names.empty() || names.size() == line.size()) return false;
  if (names.find(": ") != names.npos) return false;  // a sentence
  // "By the time the tide turned" is none; where letters have no case, a name
  // has few words.
  const bool caseless = !opens_small(names) && !opens_capital(names) &&
                        line.find(':') == line.npos;
  if (caseless && word_count(names) > 4) return false;
  return !opens_small(names) || opens_small(line) || is_desk(names);
}

}  // namespace broadsheet
