#include "searcher/telling_words.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <unordered_map>

#include "searcher/function_words.h"

namespace broadsheet {
namespace {

/// Prefixes are capitals, words never are.
bool is_telling(const std::string& term) {
  const auto is = [](char c, char first, char last) {
    return c >= first && c <= last;
  };
  return term.size() > 2 && !is(term.front(), 'A', 'Z') &&
         !is(term.front(), '0', '9') && !is_function_word(term);
}

void sort(std::vector<TellingWord>& words) {
  std::ranges::sort(words, [](const TellingWord& a, const TellingWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.text < b.text;
  });
}

double rarity(double stories, double all) {
  return std::log((all - stories + 0.5) / (stories + 0.5));
}

/// A word is in two stories at least.
constexpr double kFewest = 2;

/// What BM25 gives each word in each of the stories, added up; the most first.
std::vector<TellingWord> words_in(const Xapian::Database& database,
                                  const std::vector<Example>& stories) {
  std::unordered_map<std::string, double> sums;
  const double average = database.get_average_length();
  for (const auto& [story, weight] : stories) {
    const double length = database.get_doclength(story) / average;
    const auto end = database.termlist_end(story);
    for (auto term = database.termlist_begin(story); term != end; ++term) {
      const double count = term.get_wdf();
      if (const std::string word = *term; is_telling(word))
        sums[word] += weight * count / (count + 0.5 + 0.5 * length);
    }
  }
  std::vector<TellingWord> words;
  for (const auto& [word, sum] : sums) words.push_back({word, sum});
  sort(words);
  return words;
}

}  // namespace

std::vector<TellingWord> telling_words(const Xapian::Database& database,
                                       const std::vector<Example>& stories,
                                       std::size_t most) {
  const double all = database.get_doccount();
  std::vector<TellingWord> words;
  std::priority_queue<double, std::vector<double>, std::greater<>> best;
  for (auto& [text, sum] : words_in(database, stories)) {
    // No rarity could bring this word, or one behind it, among the best.
    if (best.size() == most && sum * rarity(kFewest, all) < best.top()) break;
    const double found = database.get_termfreq(text);
    const double weight = found < kFewest ? 0 : sum * rarity(found, all);
    if (weight <= 0) continue;
    words.push_back({std::move(text), weight});
    best.push(weight);
    if (best.size() > most) best.pop();
  }
  sort(words);
  if (words.size() > most) words.resize(most);
  return words;
}

}  // namespace broadsheet
