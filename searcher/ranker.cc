#include "searcher/ranker.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "common/index/fields.h"
#include "searcher/counts.h"
#include "searcher/weighting.h"

namespace broadsheet {
namespace {

/// So many stories are put in order by their scores alone, and so many more
/// are looked at that may be equal to the last.
constexpr std::size_t kMostScored = 1000, kSpare = 64;

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

Ranking Ranker::run(const Xapian::Query& query, std::size_t offset,
                    std::size_t limit) const {
  if (auto quick = by_score(query, offset, limit, Total::kExact))
    return *std::move(quick);
  auto asked = enquire(query);
  if (limit == 0) {  // only counted: no story need be weighed or put in order
    asked.set_weighting_scheme(Xapian::BoolWeight());
    asked.set_sort_by_relevance();
  }
  if (!options_.collapse) return ranking_of(mset_of(asked, offset, limit));
  asked.set_collapse_key(*options_.collapse);
  auto found = ranking_of(mset_of(asked, offset, limit));
  found.total = groups_in(archives_.database, query, *options_.collapse);
  return found;
}

/// The same by scores alone, which spares Xapian to read the order of every
/// story: it is read where scores are equal. Nothing where more stories than
/// were asked for are equal to the last of the page, or scores do not decide.
std::optional<Ranking> Ranker::by_score(const Xapian::Query& query,
                                        std::size_t offset, std::size_t limit,
                                        Total total) const {
  if (options_.sort != Sort::kRelevance || options_.collapse || limit == 0 ||
      offset > kMostScored || limit > kMostScored)
    return std::nullopt;
  auto asked = enquire(query);
  asked.set_sort_by_relevance();
  const auto end = offset + limit, most = end + kSpare;
  auto found =
      ranking_of(total == Total::kExact
                     ? mset_of(asked, 0, most)
                     : asked.get_mset(0, static_cast<Xapian::doccount>(most)));
  auto& hits = found.hits;
  if (hits.size() == most && hits[end - 1].score == hits.back().score)
    return std::nullopt;
  order_equals(hits, end);
  cut(hits, offset, end);
  return found;
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
Ranking Ranker::page(const Xapian::Query& ranked) const {
  const auto query = sorted(ranked);
  if (!turned()) return run(query, options_.offset, options_.limit);
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

Ranking Ranker::page_of_any(const Xapian::Query& query,
                            const Xapian::Query& found) const {
  auto quick =
      by_score(query, options_.offset, options_.limit, Total::kGuessed);
  if (!quick) return page(query);
  quick->total = count(found);
  return *std::move(quick);
}

Ranking Ranker::first(const Xapian::Query& query, std::size_t most) const {
  return run(sorted(query), 0, most);
}

std::size_t Ranker::count(const Xapian::Query& query) const {
  Xapian::Enquire asked(archives_.database);
  asked.set_query(query);
  asked.set_weighting_scheme(Xapian::BoolWeight());
  return mset_of(asked, 0, 0).get_matches_estimated();
}

}  // namespace broadsheet
