#include "searcher/ranker.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "common/index/fields.h"
#include "searcher/counts.h"
#include "searcher/feedback.h"
#include "searcher/quick_match.h"
#include "searcher/weighting.h"

namespace broadsheet {
namespace {

/// So many stories are put in order by their scores alone.
constexpr std::size_t kMostScored = 1000;
/// So many more are looked at that may be equal to the last; the fewer, the
/// more Xapian can pass over.
constexpr std::size_t kSpare[] = {4, 64};
/// Of more terms, to weigh all stories costs more than to count them apart.
constexpr std::size_t kManyTerms = 12;

/// Stories and groups of copies of one; Xapian's own count of what it has
/// collapsed is no more than a guess.
std::size_t groups_in(const Xapian::Database& database,
                      const Xapian::Query& query, unsigned slot) {
  const auto counts = slot_counts(database, query, {slot});
  auto groups = counts.total;
  for (const auto& [key, stories] : counts.slots.at(slot))
    groups -= stories - 1;
  return groups;
}

/// Leaves those from `begin` to `end`.
void cut(std::vector<Ranked>& hits, std::size_t begin, std::size_t end) {
  hits.resize(std::min(end, hits.size()));
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(
                                              std::min(begin, hits.size())));
}

/// Those of the first that more can be told of than that they are as good as
/// the next.
std::span<Ranked> raised_of(std::vector<Ranked>& hits) {
  if (hits.size() <= kMostRaised) return hits;
  const auto equals =
      std::ranges::find(hits, hits[kMostRaised].score, &Ranked::score);
  return {hits.begin(), equals};
}

Ranking ranking_of(const Xapian::MSet& found) {
  Ranking ranking{{}, found.get_matches_estimated()};
  ranking.hits.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    ranking.hits.push_back({*hit, hit.get_weight()});
  return ranking;
}

}  // namespace

/// The query with the weights that the order wants. Undated stories come last
/// both ways: in the order slot they are least; oldest first, what is dated
/// weighs one and what is not nothing.
Xapian::Query Ranker::sorted(const Xapian::Query& query) const {
  using Xapian::Query;
  if (order() != Sort::kOldest) return query;
  const Query one(new Xapian::FixedWeightPostingSource(1.0));
  const Query dated(Query::OP_FILTER, one, Query("XHAS:date"));
  return {Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, query, 0.0),
          dated};
}

/// Asks for a query's stories in the order that was chosen.
Xapian::Enquire Ranker::enquire(const Xapian::Query& query) const {
  Xapian::Enquire enquire(archives_.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weighting());
  switch (order()) {
    case Sort::kRelevance:
      enquire.set_sort_by_relevance_then_value(kSlotOrder, true);
      break;
    case Sort::kNewest:
      enquire.set_sort_by_value(kSlotOrder, true);
      break;
    case Sort::kOldest:
      enquire.set_sort_by_relevance_then_value(kSlotOrder, false);
      break;
  }
  return enquire;
}

Xapian::MSet Ranker::mset_of(const Xapian::Enquire& asked, std::size_t offset,
                             std::size_t limit) const {
  const auto all = archives_.database.get_doccount();
  const auto narrow = [&](std::size_t n) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all));
  };
  return asked.get_mset(narrow(offset), narrow(limit), all);
}

std::size_t Ranker::total(const Xapian::Query& query) const {
  return options_.collapse
             ? groups_in(archives_.database, query, *options_.collapse)
             : count(query);
}

/// Some of the order, its first stories raised by telling words.
Ranking Ranker::ranked(const Xapian::Query& query, std::size_t offset,
                       std::size_t limit) const {
  if (!expands_) return run(query, offset, limit);
  const auto end = offset + limit;
  auto found = scores_decide()
                   ? scored(query, kMostRaised + 1, total_apart(query))
                   : Ranking{};
  order_equals(found.hits, kMostRaised);
  auto raised = raised_of(found.hits);
  const bool all = scores_decide() && found.hits.size() <= kMostRaised;
  if (!all && raised.size() < end) {
    found = run(query, 0, std::max(end, kMostRaised + 1));
    raised = raised_of(found.hits);
  }
  if (words_.empty()) words_ = feedback(archives_.database, raised);
  raise(archives_.database, words_, raised);
  cut(found.hits, offset, end);
  return found;
}

Ranking Ranker::run(const Xapian::Query& query, std::size_t offset,
                    std::size_t limit) const {
  if (limit == 0) return {{}, total(query)};
  if (auto quick = by_score(query, offset, limit)) return *std::move(quick);
  auto asked = enquire(query);
  if (!options_.collapse) return ranking_of(mset_of(asked, offset, limit));
  asked.set_collapse_key(*options_.collapse);
  auto found = ranking_of(mset_of(asked, offset, limit));
  found.total = total(query);
  return found;
}

bool Ranker::scores_decide() const {
  return options_.sort == Sort::kRelevance && !options_.collapse;
}

/// How many stories there are, where it is quicker to count them apart and not
/// to weigh those that cannot come first.
std::optional<std::size_t> Ranker::total_apart(
    const Xapian::Query& query) const {
  if (query.get_length() > kManyTerms) return count(query);
  if (archives_.remote) return std::nullopt;
  return quick_count(archives_.database, query);
}

/// The first stories by their scores alone.
Ranking Ranker::scored(const Xapian::Query& query, std::size_t most,
                       std::optional<std::size_t> total) const {
  auto asked = enquire(query);
  asked.set_sort_by_relevance();
  if (!total) return ranking_of(mset_of(asked, 0, most));
  auto found =
      ranking_of(asked.get_mset(0, static_cast<Xapian::doccount>(most)));
  found.total = *total;
  return found;
}

/// The same by scores alone, which spares Xapian to read the order of every
/// story: it is read where scores are equal. Nothing where more stories than
/// were asked for are equal to the last of the page, or scores do not decide.
std::optional<Ranking> Ranker::by_score(const Xapian::Query& query,
                                        std::size_t offset,
                                        std::size_t limit) const {
  const auto end = offset + limit;
  if (!scores_decide() || end > kMostScored) return std::nullopt;
  const auto total = total_apart(query);
  const auto weighing = weighed(query);
  if (weighing.empty() && !total) return std::nullopt;
  // Where all must be counted nothing is passed over.
  const auto spares = std::span(kSpare).last(total ? std::size(kSpare) : 1);
  for (const auto spare : spares) {
    auto found = scored(total ? weighing : query, end + spare, total);
    const auto& hits = found.hits;
    const bool all = hits.size() == found.total;
    const bool decided =
        hits.size() >= end && hits[end - 1].score > 0 &&
        (hits.size() < end + spare || hits[end - 1].score > hits.back().score);
    if (!all && !decided && !add_weightless(query, end, found)) continue;
    order_equals(found.hits, end);
    cut(found.hits, offset, end);
    return found;
  }
  return std::nullopt;
}

/// Where no more stories weigh anything, the newest of the others follow.
bool Ranker::add_weightless(const Xapian::Query& query, std::size_t end,
                            Ranking& found) const {
  auto& hits = found.hits;
  if (archives_.remote || (hits.size() >= end && hits[end - 1].score > 0))
    return false;
  const auto weightless = std::ranges::find(hits, 0.0, &Ranked::score);
  std::set<Xapian::docid> weighing;
  for (auto hit = hits.begin(); hit != weightless; ++hit)
    weighing.insert(hit->story);
  const auto newest = quick_newest(archives_.database, query, found.total,
                                   end - weighing.size(), weighing);
  if (!newest) return false;
  hits.resize(weighing.size());
  for (const auto story : *newest) hits.push_back({story, 0});
  return true;
}

/// Puts stories of equal scores that begin among the first `end` in order.
void Ranker::order_equals(std::vector<Ranked>& hits, std::size_t end) const {
  std::vector<std::pair<std::string, Ranked>> equals;
  for (std::size_t first = 0; first < std::min(end, hits.size());
       first += equals.size()) {
    equals.clear();
    for (auto at = first;
         at < hits.size() && hits[at].score == hits[first].score; ++at)
      equals.emplace_back(std::string(), hits[at]);
    if (equals.size() == 1) continue;
    for (auto& [order, hit] : equals)
      order = archives_.document(hit.story).get_value(kSlotOrder);
    std::ranges::stable_sort(equals, std::ranges::greater{},
                             &std::pair<std::string, Ranked>::first);
    for (std::size_t i = 0; i < equals.size(); ++i)
      hits[first + i] = equals[i].second;
  }
}

/// Newest first, too, the earliest story of a group stands for it: such groups
/// are asked for oldest first, and turned about.
Sort Ranker::order() const {
  return turned() ? Sort::kOldest : options_.sort;
}

bool Ranker::turned() const {
  return options_.collapse && options_.sort == Sort::kNewest;
}

/// Appends a page of what is ranked from `begin` to `end`, turned about.
void Ranker::add_turned(const Xapian::Query& query, std::size_t begin,
                        std::size_t end, std::size_t offset, std::size_t limit,
                        std::vector<Ranked>& page) const {
  const auto last = end - std::min(offset, end - begin);
  const auto first = last - std::min(limit, last - begin);
  if (first == last) return;
  const auto found = run(query, first, last - first).hits;
  page.insert(page.end(), found.rbegin(), found.rend());
}

/// The page that was asked for. What is turned about are the dated and, behind
/// them, the undated.
Ranking Ranker::page(const Xapian::Query& found) const {
  const auto query = sorted(found);
  if (!turned()) return ranked(query, options_.offset, options_.limit);
  Ranking page = run(query, 0, 0);
  const auto dated =
      run({Xapian::Query::OP_FILTER, query, Xapian::Query("XHAS:date")}, 0, 0)
          .total;
  add_turned(query, 0, dated, options_.offset, options_.limit, page.hits);
  const auto skipped = options_.offset - std::min(options_.offset, dated);
  add_turned(query, dated, page.total, skipped,
             options_.limit - page.hits.size(), page.hits);
  return page;
}

Ranking Ranker::first(const Xapian::Query& query, std::size_t most) const {
  return ranked(sorted(query), 0, most);
}

std::size_t Ranker::count(const Xapian::Query& query) const {
  if (!archives_.remote)
    if (const auto quick = quick_count(archives_.database, query))
      return *quick;
  Xapian::Enquire asked(archives_.database);
  asked.set_query(query);
  asked.set_weighting_scheme(Xapian::BoolWeight());
  return mset_of(asked, 0, 0).get_matches_estimated();
}

}  // namespace broadsheet
