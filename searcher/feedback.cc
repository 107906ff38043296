#include "searcher/feedback.h"

#include <cmath>

#include "common/index/fields.h"

namespace broadsheet {
namespace {

/// So many stories, words of them, and what the best of them weighs.
constexpr std::size_t kStories = 10, kWords = 20;
constexpr double kWeight = 0.2;
/// How a story's part falls with its score: the first stories speak for the
/// query, the others hardly (as in the relevance models of Lavrenko and Croft,
/// 2001).
constexpr double kPower = 8;

}  // namespace

std::vector<TellingWord> feedback(const Xapian::Database& database,
                                  Xapian::Enquire asked) {
  asked.set_collapse_key(kSlotCopyNear);
  const auto top = asked.get_mset(0, kStories);
  const double best = top.get_max_attained();
  if (best <= 0) return {};
  std::vector<Example> stories;
  for (auto hit = top.begin(); hit != top.end(); ++hit)
    stories.push_back({*hit, std::pow(hit.get_weight() / best, kPower)});
  return telling_words(database, stories, kWords);
}

Xapian::Query raised(const Xapian::Query& query,
                     const std::vector<TellingWord>& words) {
  using Xapian::Query;
  std::vector<Query> parts;
  for (const auto& [text, weight] : words)
    parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(text),
                       kWeight * weight / words.front().weight);
  return {Query::OP_AND_MAYBE, query,
          Query(Query::OP_OR, parts.begin(), parts.end())};
}

}  // namespace broadsheet
