#include "searcher/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "common/index/fields.h"
#include "common/text/fold.h"
#include "searcher/copies.h"
#include "searcher/correction.h"
#include "searcher/counts.h"
#include "searcher/lexicon.h"
#include "searcher/query/parser.h"
#include "searcher/recency.h"
#include "searcher/story_hit.h"
#include "searcher/telling_words.h"
#include "searcher/weighting.h"

namespace broadsheet {
namespace {

constexpr std::size_t kSnippetSize = 240;
constexpr std::size_t kDateDigits = 8;
/// Names and snippets look at so much of a body.
constexpr std::size_t kMostMarked = std::size_t{1} << 20;
/// So few stories make us ask whether something else was meant.
constexpr std::size_t kLittle = 2;
/// Feedback: so many stories, words of them, and what the best of them weighs.
constexpr std::size_t kExpandStories = 10, kExpandWords = 20;
constexpr double kExpandWeight = 0.2;
/// How a story's part in feedback falls with its score: the first stories
/// speak for the query, the others hardly (as in the relevance models of
/// Lavrenko and Croft, 2001).
constexpr double kExpandPower = 8;
/// What the newest day weighs, as a share of the best story's score.
constexpr double kRecentWeight = 0.5;

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

std::vector<ByteRange> ranges_of(const std::vector<Mark>& marks) {
  std::vector<ByteRange> ranges;
  for (const auto& mark : marks) ranges.push_back(mark.range);
  return ranges;
}

void mark_matched(Hit& hit, const Story& story, const Wanted& wanted) {
  std::size_t person = 0, place = 0;
  for (const auto& entity : story.entities) {
    HitEntity* shown =
        entity.kind == EntityKind::kPerson  ? &hit.people[person++]
        : entity.kind == EntityKind::kPlace ? &hit.places[place++]
                                            : nullptr;
    if (shown == nullptr) continue;
    shown->matched = std::ranges::any_of(
        wanted.names,
        [&](const WantedName& name) { return is_wanted(name, entity); });
  }
}

}  // namespace

Search::Search(const ArchiveSet& archives, const std::vector<Query>& readings,
               const SearchOptions& options)
    : archives_(archives),
      options_(options),
      query_(choose(readings)),
      plan_(plan(query_, archives, {options.exact, false})),
      hidden_(hiding()),
      page_(Xapian::MSet()),
      marker_(plan_.wanted, archives.lexicon->stemmers) {
  const auto begin = std::chrono::steady_clock::now();
  found_ = recent(plan_.query);
  visible_ = visible(found_);
  ordered_ = expands() ? expanded(visible_) : visible_;
  if (options.half_life) ordered_ = newer_raised(ordered_);
  page_ = page();
  answer_.total = page_.total;
  answer_.total_stories = options.collapse ? count(visible_) : answer_.total;
  if (!hidden_.empty()) answer_.hidden = count(found_) - answer_.total_stories;
  account();
  const std::chrono::duration<double, std::milli> took =
      std::chrono::steady_clock::now() - begin;
  answer_.took_ms = took.count();
}

/// Stories not to be shown; an empty query where the archive has none. A status
/// that the query names is shown.
Xapian::Query Search::hiding() const {
  using Xapian::Query;
  std::vector<Query> hidden;
  const std::set<std::string> asked(plan_.query.get_unique_terms_begin(),
                                    plan_.query.get_terms_end());
  const auto shows = [&](bool included, std::string_view status) {
    return included || asked.contains(label_term("XSTATUS:", status));
  };
  const auto hide = [&](bool included, std::string_view status) {
    const auto term = label_term("XSTATUS:", status);
    if (!shows(included, status) && archives_.database.term_exists(term))
      hidden.emplace_back(term);
  };
  hide(options_.include.killed, "killed");
  hide(options_.include.embargoed, "withheld");
  hide(options_.include.versions, "superseded");
  const auto embargoed = label_term("XSTATUS:", "embargoed");
  const auto& latest = archives_.database.get_value_upper_bound(kSlotVisible);
  const bool all = shows(options_.include.embargoed, "embargoed");
  if (!all && latest > options_.now)
    hidden.emplace_back(Query::OP_VALUE_GE, kSlotVisible, options_.now + "~");
  if (!all && archives_.database.term_exists(embargoed))  // until nobody knows
    hidden.emplace_back(Query::OP_AND_NOT, Query(embargoed),
                        Query(Query::OP_VALUE_GE, kSlotVisible, "0"));
  if (hidden.empty()) return {};
  return {Query::OP_OR, hidden.begin(), hidden.end()};
}

/// Of the query's stories those that are not hidden.
Xapian::Query Search::visible(const Xapian::Query& query) const {
  if (hidden_.empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, hidden_};
}

/// Of the query's stories those that are new enough.
Xapian::Query Search::recent(const Xapian::Query& query) const {
  using Xapian::Query;
  if (!options_.added_after) return query;
  std::vector<Query> parts;
  for (const auto& [archive, added] : *options_.added_after) {
    const Query later(Query::OP_VALUE_GE, kSlotAdded, added + "0");
    const Query of(label_term("XARCHIVE:", fold_name(archive)));
    parts.push_back(
        archives_.names.size() == 1 ? later : Query(Query::OP_AND, of, later));
  }
  return {Query::OP_FILTER, query,
          Query(Query::OP_OR, parts.begin(), parts.end())};
}

/// The query with the weights that the order wants. Undated stories come last
/// both ways: in the order slot they are least; oldest first, what is dated
/// weighs one and what is not nothing.
Xapian::Query Search::sorted(const Xapian::Query& query) const {
  using Xapian::Query;
  if (order() != Sort::kOldest) return query;
  const Query one(new Xapian::FixedWeightPostingSource(1.0));
  const Query dated(Query::OP_FILTER, one, Query("XHAS:date"));
  return {Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, query, 0.0),
          dated};
}

/// Asks for a query's stories in the order that was chosen.
Xapian::Enquire Search::enquire(const Xapian::Query& query) const {
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

Search::Ranking::Ranking(const Xapian::MSet& found)
    : total(found.get_matches_estimated()) {
  hits.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    hits.push_back({*hit, hit.get_weight()});
}

Xapian::MSet Search::mset_of(const Xapian::Enquire& asked, std::size_t offset,
                             std::size_t limit) const {
  const auto all = archives_.database.get_doccount();
  const auto narrow = [&](std::size_t n) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all));
  };
  return asked.get_mset(narrow(offset), narrow(limit), all);
}

Search::Ranking Search::run(const Xapian::Query& query, std::size_t offset,
                            std::size_t limit) const {
  if (auto quick = by_score(query, offset, limit)) return *std::move(quick);
  auto asked = enquire(query);
  if (limit == 0) {  // only counted: no story need be weighed or put in order
    asked.set_weighting_scheme(Xapian::BoolWeight());
    asked.set_sort_by_relevance();
  }
  if (!options_.collapse) return Ranking(mset_of(asked, offset, limit));
  asked.set_collapse_key(*options_.collapse);
  Ranking found(mset_of(asked, offset, limit));
  found.total = groups_in(archives_.database, query, *options_.collapse);
  return found;
}

/// The same by scores alone, which spares Xapian to read the order of every
/// story: it is read where scores are equal. Nothing where more stories than
/// were asked for are equal to the last of the page, or scores do not decide.
std::optional<Search::Ranking> Search::by_score(const Xapian::Query& query,
                                                std::size_t offset,
                                                std::size_t limit) const {
  if (options_.sort != Sort::kRelevance || options_.collapse || limit == 0 ||
      offset > kMostScored || limit > kMostScored)
    return std::nullopt;
  auto asked = enquire(query);
  asked.set_sort_by_relevance();
  const auto end = offset + limit, most = end + kSpare;
  Ranking found(mset_of(asked, 0, most));
  auto& hits = found.hits;
  if (hits.size() == most && hits[end - 1].score == hits.back().score)
    return std::nullopt;
  order_equals(hits, end);
  hits.resize(std::min(end, hits.size()));
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(
                                              std::min(offset, hits.size())));
  return found;
}

/// Puts stories of equal scores that begin among the first `end` in order.
void Search::order_equals(std::vector<Ranked>& hits, std::size_t end) const {
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
Sort Search::order() const {
  return turned() ? Sort::kOldest : options_.sort;
}

bool Search::turned() const {
  return options_.collapse && options_.sort == Sort::kNewest;
}

/// Appends a page of what is ranked from `begin` to `end`, turned about.
void Search::add_turned(const Xapian::Query& query, std::size_t begin,
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
Search::Ranking Search::page() const {
  const auto query = sorted(ordered_);
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

std::size_t Search::count(const Xapian::Query& query) const {
  Xapian::Enquire asked(archives_.database);
  asked.set_query(query);
  asked.set_weighting_scheme(Xapian::BoolWeight());
  return mset_of(asked, 0, 0).get_matches_estimated();
}

const Query& Search::choose(const std::vector<Query>& readings) {
  for (const auto& reading : readings) {
    if (readings.size() == 1) break;
    const auto plan =
        broadsheet::plan(reading, archives_, {options_.exact, false});
    if (count(plan.query) == 0) continue;
    if (&reading != &readings.front())
      answer_.notes.push_back(
          fmt::format("nothing is found for {}; read as it was typed",
                      to_query(readings.front().root)));
    return reading;
  }
  return readings.front();
}

void Search::account() {
  answer_.typed = query_.typed;
  answer_.understood = to_query(query_.root);
  answer_.match = query_.match == Match::kAny ? "any" : "all";
  answer_.expansions = plan_.expansions;
  for (const auto& notes : {query_.notes, plan_.notes})
    answer_.notes.insert(answer_.notes.end(), notes.begin(), notes.end());
  answer_.generation = archives_.snapshots;
  answer_.version = BROADSHEET_VERSION;
  answer_.offset = options_.offset;
  answer_.shown = size();
  for (const auto& [clause, words] : plan_.names) {
    const std::string untagged = fmt::format("\"{}\" NOT {}", words, clause);
    const auto parsed = parse_query(untagged, {});
    const auto stories =
        count(plan(parsed, archives_, {options_.exact, false}).query);
    if (stories > 0) answer_.untagged.push_back({clause, stories, untagged});
  }
  if (answer_.total <= kLittle) suggest();
  if (!plan_.dated) return;
  const auto loose =
      count(plan(query_, archives_, {options_.exact, true}).query);
  const auto strict = count(plan_.query);
  if (loose > strict)
    answer_.notes.push_back(
        fmt::format("{} more may be of this time: their dates are known only "
                    "to the month or the year",
                    loose - strict));
}

/// Where any word of a long query will do, the first stories tell its subject
/// better than all its words; where all must occur, they say little more.
bool Search::expands() const {
  if (options_.sort != Sort::kRelevance) return false;
  return options_.expand.value_or(query_.match == Match::kAny &&
                                  !options_.exact);
}

/// The query, its stories ordered by the telling words of the first ones too;
/// of copies one speaks for all.
Xapian::Query Search::expanded(const Xapian::Query& query) {
  using Xapian::Query;
  auto asked = enquire(query);
  asked.set_collapse_key(kSlotCopyNear);
  const auto top = asked.get_mset(0, kExpandStories);
  const double best = top.get_max_attained();
  if (best <= 0) return query;
  std::vector<Example> stories;
  for (auto hit = top.begin(); hit != top.end(); ++hit)
    stories.push_back({*hit, std::pow(hit.get_weight() / best, kExpandPower)});
  const auto words = telling_words(archives_.database, stories, kExpandWords);
  if (words.empty()) return query;
  std::vector<Query> parts;
  std::string added;
  for (const auto& [text, weight] : words) {
    parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(text),
                       kExpandWeight * weight / words.front().weight);
    added += (added.empty() ? "" : ", ") + text;
  }
  answer_.notes.push_back("ordered by words of the first stories too: " +
                          added);
  return {Query::OP_AND_MAYBE, query,
          Query(Query::OP_OR, parts.begin(), parts.end())};
}

/// The day of the newest story found that is not to come; no date if there is
/// none.
Date Search::newest(const Xapian::Query& query) const {
  Xapian::Enquire dated(archives_.database);
  dated.set_query({Xapian::Query::OP_FILTER, query,
                   Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kSlotDateBegin,
                                 "0", options_.now.substr(0, kDateDigits))});
  dated.set_weighting_scheme(Xapian::BoolWeight());
  dated.set_sort_by_value(kSlotDateBegin, true);
  const auto first = dated.get_mset(0, 1);
  if (first.empty()) return {};
  const auto day = archives_.document(*first.begin()).get_value(kSlotDateBegin);
  return parse_iso_date(day).value_or(Date{});
}

/// The query, its newer stories raised.
Xapian::Query Search::newer_raised(const Xapian::Query& query) {
  const auto best = enquire(query).get_mset(0, 1).get_max_attained();
  const auto from = newest(query);
  if (options_.sort != Sort::kRelevance || best <= 0 || !from) return query;
  recency_ = recency(from, *options_.half_life, kRecentWeight * best);
  return {Xapian::Query::OP_AND_MAYBE, query, recency_};
}

/// Another query, if it finds more than this one.
void Search::suggest() {
  const auto root = corrected(query_.root, archives_.database);
  if (!root) return;
  auto meant = parse_query(to_query(*root), {});
  const auto stories =
      count(visible(plan(meant, archives_, {options_.exact, false}).query));
  if (stories <= answer_.total) return;
  answer_.suggestion = to_query(*root);
  answer_.suggestion_total = stories;
}

Search::Standing Search::standing(Xapian::docid story) const {
  const auto all = run(sorted(ordered_), 0, answer_.total).hits;
  const auto at = std::ranges::find(all, story, &Ranked::story);
  if (at == all.end()) return {};
  return {static_cast<std::size_t>(at - all.begin()) + 1, at->score};
}

std::vector<std::string> Search::ids() const {
  std::vector<std::string> ids;
  for (const auto& [found, score] : run(visible_, 0, answer_.total).hits) {
    const auto order = archives_.document(told(found)).get_value(kSlotOrder);
    ids.push_back(order.substr(kDateDigits));
  }
  std::ranges::sort(ids);
  return ids;
}

/// Each group is looked at once, however many of its stories are found.
const Search::Copies& Search::copies_of(Xapian::docid story) const {
  const unsigned slot = options_.collapse.value_or(kSlotCopyNear);
  const auto key = archives_.document(story).get_value(slot);
  const auto [at, is_new] = copies_.try_emplace(key);
  if (!is_new || key.empty()) return at->second;
  const auto& among =
      options_.collapse ? visible_ : visible(Xapian::Query::MatchAll);
  const auto group = copy_group(archives_, among, story, slot);
  if (!group.stories.empty())
    at->second = {group.stories.front(), group.stories.size(), group.sources};
  return at->second;
}

/// The story that is told for the one found: the earliest of those collapsed.
Xapian::docid Search::told(Xapian::docid found) const {
  if (!options_.collapse) return found;
  const auto& copies = copies_of(found);
  return copies.stories == 0 ? found : copies.earliest;
}

Hit Search::hit(std::size_t index) {
  const auto [found, score] = page_.hits[index];
  const auto docid = told(found);
  const std::string record = archives_.document(docid).get_data();
  const Story story = decode_head(record);
  Hit hit = to_hit(story, archives_.archive_of(docid));
  const auto& copies = copies_of(found);
  if (copies.stories > 0) hit.copies = copies.stories - 1;
  if (options_.collapse) hit.ran_in = copies.sources;
  hit.rank = options_.offset + index + 1;
  hit.score = options_.sort == Sort::kRelevance ? score : 0.0;
  mark_matched(hit, story, plan_.wanted);
  hit.headline_marks =
      ranges_of(marker_.marks(story, Zone::kHeadline, hit.headline));
  const auto body = body_of(record).substr(0, kMostMarked);
  hit.snippet =
      make_snippet(body, marker_.marks(story, Zone::kBody, body), kSnippetSize);
  return hit;
}

}  // namespace broadsheet
