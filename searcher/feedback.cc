#include "searcher/feedback.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "common/index/fields.h"
#include "searcher/weighting.h"

namespace broadsheet {
namespace {

/// So many stories, words of them, and what the best of them weighs.
constexpr std::size_t kStories = 10, kWords = 20;
constexpr double kWeight = 0.2;
/// How a story's part falls with its score: the first stories speak for the
/// query, the others hardly (as in the relevance models of Lavrenko and Croft,
/// 2001), and those whose part is less than the least not at all.
constexpr double kPower = 8, kLeastPart = 0.1;

/// A story that is raised, by its place among them.
struct Raised {
  Xapian::docid story;
  std::size_t place;
  double length;  ///< by the average one
};

/// In the order of posting lists.
std::vector<Raised> by_number(const Xapian::Database& database,
                              std::span<const Ranked> stories) {
  std::vector<Raised> sorted;
  for (std::size_t place = 0; place < stories.size(); ++place)
    sorted.push_back({stories[place].story, place, 0});
  std::ranges::sort(sorted, {}, &Raised::story);
  const double average = database.get_average_length();
  for (auto& [story, place, length] : sorted)
    length = database.get_doclength(story) / average;
  return sorted;
}

}  // namespace

std::vector<TellingWord> feedback(const Xapian::Database& database,
                                  std::span<const Ranked> found) {
  if (found.empty() || found.front().score <= 0) return {};
  std::vector<Example> examples;
  std::set<std::string> groups;
  for (const auto& [story, score] : found) {
    const double part = std::pow(score / found.front().score, kPower);
    if (part < kLeastPart || examples.size() == kStories) break;
    const auto group = database.get_document(story, Xapian::DOC_ASSUME_VALID)
                           .get_value(kSlotCopyNear);
    if (group.empty() || groups.insert(group).second)
      examples.push_back({story, part});
  }
  return telling_words(database, examples, kWords);
}

void raise(const Xapian::Database& database,
           const std::vector<TellingWord>& words, std::span<Ranked> stories) {
  const auto sorted = by_number(database, stories);
  const double all = database.get_doccount();
  for (const auto& [text, weight] : words) {
    const double most = kWeight * weight / words.front().weight *
                        rarity(database.get_termfreq(text), all);
    auto posting = database.postlist_begin(text);
    const auto end = database.postlist_end(text);
    for (const auto& [story, place, length] : sorted) {
      posting.skip_to(story);
      if (posting == end) break;
      if (*posting == story)
        stories[place].score += most * saturated(posting.get_wdf(), length);
    }
  }
  std::ranges::stable_sort(stories, std::ranges::greater{}, &Ranked::score);
}

}  // namespace broadsheet
