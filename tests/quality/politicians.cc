// Spellings of politicians' names: how many of one person's are found from each
// other, how many persons are taken for another. Reads lines of country, id,
// language, name from standard input.
//
// Two spellings of one person differ in spelling only if they have the same
// words in the same order, no word is cut short and at most half the letters of
// each differ. An argument has every miss and every merger told.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "tests/searcher/name_search.h"

namespace broadsheet {
namespace {

/// Languages written in Latin letters; the empty one is of the main name.
constexpr auto kLanguages = std::to_array<std::string_view>(
    {"", "da", "de", "en", "es", "fi", "fr", "hu", "id", "it", "nb", "nl", "nn",
     "no", "pl", "pt", "ro", "sv", "tr"});

using Spellings = std::map<std::string, std::set<std::string>>;

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

bool is_latin(const std::string& form) {
  return std::ranges::all_of(
      form, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Spellings read(std::istream& in) {
  Spellings people;
  for (std::string line; std::getline(in, line);) {
    const auto columns = split(line, '\t');
    if (columns.size() != 4 ||
        std::ranges::find(kLanguages, columns[2]) == kLanguages.end())
      continue;
    const auto form = name_form(columns[3]);
    if (is_latin(form) && PersonName(form).full())
      people[columns[0] + columns[1]].insert(form);
  }
  return people;
}

std::size_t edits(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t swap = corner + (a[i] == b[j] ? 0 : 1);
      corner = row[j + 1];
      row[j + 1] = std::min({swap, corner + 1, row[j] + 1});
    }
  }
  return row.back();
}

/// Two spellings of a word: at most half its letters differ, and neither is
/// the other cut short (Dan, Daniel), which is a nickname.
bool respelt(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto less = std::min(a.size(), b.size());
  const auto most = std::max(a.size(), b.size());
  const bool cut = most - less > 1 && (a.starts_with(b) || b.starts_with(a) ||
                                       a.ends_with(b) || b.ends_with(a));
  return less > 2 && most - less <= 3 && !cut && edits(a, b) <= most / 2;
}

/// Do the names have the same words in the same order, spelt otherwise?
bool spelling_differs(const std::string& a, const std::string& b) {
  const auto one = split(a, ' '), other = split(b, ' ');
  return one.size() == other.size() &&
         std::ranges::equal(one, other, respelt) &&
         !std::ranges::is_permutation(one, other);
}

struct Bearer {
  PersonName name;
  const std::string* person;
};

bool is_another(const Bearer& a, const Bearer& b) {
  // Who has the same first and last name, spelling cannot part.
  const bool same = a.name.given().text == b.name.given().text &&
                    a.name.last().text == b.name.last().text;
  return a.person != b.person && !same && a.name.words != b.name.words;
}

bool taken_for(const Bearer& a, const Bearer& b) {
  const auto match = match_names(b.name, a.name);
  return match != NameMatch::kNone && match != NameMatch::kHolds;
}

class Count {
 public:
  void add(bool counted) {
    ++of_;
    part_ += counted ? 1 : 0;
  }
  std::string text() const {
    return fmt::format(
        "{} of {}, {:.1f} %", part_, of_,
        100.0 * static_cast<double>(part_) / static_cast<double>(of_));
  }

 private:
  std::size_t part_ = 0, of_ = 0;
};

void measure_recall(const Spellings& people, bool verbose) {
  Count found;
  for (const auto& [person, forms] : people)
    for (auto a = forms.begin(); a != forms.end(); ++a)
      for (auto b = std::next(a); b != forms.end(); ++b) {
        if (!spelling_differs(*a, *b)) continue;
        const bool same =
            found_by_search(PersonName(*a), PersonName(*b)) != NameMatch::kNone;
        found.add(same);
        if (verbose && !same) fmt::print("missed\t{}\t{}\n", *a, *b);
      }
  fmt::print("pairs of one person that differ in spelling only, found: {}\n",
             found.text());
}

void measure_merges(const Spellings& people, bool verbose) {
  std::unordered_map<std::string, std::vector<Bearer>> bearers;
  for (const auto& [person, forms] : people)
    for (const auto& form : forms) {
      const PersonName name(form);
      for (const auto& key : keys_to_search(name))
        bearers[key].push_back({name, &person});
    }
  std::set<const std::string*> merged;
  for (const auto& [key, alike] : bearers)
    for (const auto& a : alike) {
      if (merged.contains(a.person)) continue;
      const auto other = std::ranges::find_if(alike, [&](const Bearer& b) {
        return is_another(a, b) && taken_for(a, b);
      });
      if (other == alike.end()) continue;
      merged.insert(a.person);
      if (verbose)
        fmt::print("merged\t{}\t{}\n", a.name.form, other->name.form);
    }
  Count taken;
  for (const auto& [person, forms] : people)
    taken.add(merged.contains(&person));
  fmt::print("persons taken for another one who is spelt otherwise: {}\n",
             taken.text());
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char**) {
  const auto people = broadsheet::read(std::cin);
  const bool verbose = argc > 1;
  broadsheet::measure_recall(people, verbose);
  broadsheet::measure_merges(people, verbose);
}
