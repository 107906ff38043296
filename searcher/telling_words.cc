#include "searcher/telling_words.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <string_view>

#include "common/text/string_table.h"
#include "searcher/function_words.h"
#include "searcher/weighting.h"

namespace broadsheet {
namespace {

/// Words begin with letters; digits and the capitals of prefixes are before
/// those in byte order.
constexpr const char* kFirstLetter = "a";

bool is_telling(std::string_view word) {
  return word.size() > 2 && !is_function_word(word);
}

/// The order turned about: heaps have the greatest on top.
bool comes_later(const TellingWord& one, const TellingWord& other) {
  return one.weight != other.weight ? one.weight < other.weight
                                    : one.text > other.text;
}

/// A word is in two stories at least.
constexpr double kFewest = 2;
/// A word that a story often says tells of that story more than of others.
constexpr double kTellingK1 = 1;

/// What BM25 gives each word in each of the stories, added up; a heap that has
/// the most on top.
std::vector<TellingWord> words_in(const Xapian::Database& database,
                                  const std::vector<Example>& stories) {
  StringTable known;
  std::vector<double> sums;
  const double average = database.get_average_length();
  for (const auto& [story, weight] : stories) {
    const double length = database.get_doclength(story) / average;
    const auto end = database.termlist_end(story);
    auto term = database.termlist_begin(story);
    for (term.skip_to(kFirstLetter); term != end; ++term) {
      const auto number = known.number_of(*term);
      if (number == sums.size()) sums.push_back(0);
      sums[number] += weight * saturated(term.get_wdf(), length, kTellingK1);
    }
  }
  std::vector<TellingWord> words;
  for (StringTable::Number number = 0; number < sums.size(); ++number)
    words.push_back({std::string(known[number]), sums[number]});
  std::ranges::make_heap(words, comes_later);
  return words;
}

}  // namespace

std::vector<TellingWord> telling_words(const Xapian::Database& database,
                                       const std::vector<Example>& stories,
                                       std::size_t most) {
  const double all = database.get_doccount();
  std::vector<TellingWord> words;
  std::priority_queue<double, std::vector<double>, std::greater<>> best;
  for (auto left = words_in(database, stories); !left.empty();
       left.pop_back()) {
    std::ranges::pop_heap(left, comes_later);
    auto& [text, sum] = left.back();
    // No rarity could bring this word, or one behind it, among the best.
    if (best.size() == most && sum * rarity(kFewest, all) < best.top()) break;
    if (!is_telling(text)) continue;
    const double found = database.get_termfreq(text);
    const double weight = found < kFewest ? 0 : sum * rarity(found, all);
    if (weight <= 0) continue;
    words.push_back({std::move(text), weight});
    best.push(weight);
    if (best.size() > most) best.pop();
  }
  std::ranges::sort(words,
                    [](const TellingWord& one, const TellingWord& other) {
                      return comes_later(other, one);
                    });
  if (words.size() > most) words.resize(most);
  return words;
}

}  // namespace broadsheet
