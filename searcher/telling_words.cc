#include "searcher/telling_words.h"

#include <algorithm>
#include <cmath>
#include <functional>
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

double rarity(const Xapian::Database& database, const std::string& word) {
  const double all = database.get_doccount();
  const double stories = database.get_termfreq(word);
  return stories < 2 ? 0 : std::log((all - stories + 0.5) / (stories + 0.5));
}

}  // namespace

std::vector<TellingWord> telling_words(
    const Xapian::Database& database, const std::vector<Xapian::docid>& stories,
    std::size_t most) {
  std::unordered_map<std::string, double> sums;
  const double average = database.get_average_length();
  for (const auto story : stories) {
    const double length = database.get_doclength(story) / average;
    const auto end = database.termlist_end(story);
    for (auto term = database.termlist_begin(story); term != end; ++term) {
      const double count = term.get_wdf();
      if (const std::string word = *term; is_telling(word))
        sums[word] += count / (count + 0.5 + 0.5 * length);
    }
  }
  std::vector<TellingWord> words;
  for (const auto& [word, sum] : sums)
    if (const double weight = sum * rarity(database, word); weight > 0)
      words.push_back({word, weight});
  std::ranges::sort(words, [](const TellingWord& a, const TellingWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.text < b.text;
  });
  if (words.size() > most) words.resize(most);
  return words;
}

}  // namespace broadsheet
