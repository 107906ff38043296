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
#include "searcher/query/parser.h"
#include "searcher/recency.h"
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

Xapian::Query without(const Xapian::Query& query,
                      const Xapian::Query& excluded) {
  return {Xapian::Query::OP_AND_NOT, query, excluded};
}

HitEntity to_hit(const Entity& entity) {
  HitEntity hit;
  hit.name = entity.name;
  hit.spellings = entity.spellings;
  hit.mentions = entity.mentions.size();
  hit.role = entity.role;
  hit.id = entity.place_id;
  hit.country = entity.country;
  hit.lat = entity.lat;
  hit.lon = entity.lon;
  hit.dateline = entity.dateline;
  hit.editors = entity.editors;
  for (const auto& mention : entity.mentions)
    if (mention.zone == Zone::kBody)
      hit.spans.emplace_back(mention.begin, mention.end);
  return hit;
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

Hit to_hit(const Story& story, const std::string& archive) {
  const Article& article = story.article;
  Hit hit;
  hit.id = story.id;
  hit.archive = archive;
  hit.headline = article.headline;
  hit.date = to_string(article.date);
  hit.date_precision = to_string(article.date.precision);
  hit.date_source = article.date_source;
  hit.source = article.source;
  hit.byline = article.byline;
  hit.section = article.section;
  hit.language = story.language;
  hit.url = article.url;
  hit.origin = article.origin;
  hit.status = story.status();
  hit.version = article.version;
  hit.correction = article.correction;
  hit.crawled = article.crawled;
  hit.dateline = article.dateline;
  hit.topics = article.topics;
  for (const auto& entity : story.entities) {
    switch (entity.kind) {
      case EntityKind::kPerson:
        hit.people.push_back(to_hit(entity));
        break;
      case EntityKind::kPlace:
        hit.places.push_back(to_hit(entity));
        break;
      case EntityKind::kOrg:
        hit.orgs.push_back(entity.name);
        break;
      case EntityKind::kNationality:
        hit.nationalities.push_back(entity.name);
        break;
    }
  }
  return hit;
}

Search::Search(const ArchiveSet& archives, const std::vector<Query>& readings,
               const SearchOptions& options)
    : archives_(archives),
      options_(options),
      query_(choose(readings)),
      plan_(plan(query_, archives.database, {options.exact, false})),
      marker_(plan_.wanted) {
  const auto begin = std::chrono::steady_clock::now();
  const auto hidden = hiding();
  found_ = recent(plan_.query);
  visible_ = hidden.empty() ? found_ : without(found_, hidden);
  ordered_ = expands() ? expanded(visible_) : visible_;
  if (options.half_life) ordered_ = newer_raised(ordered_);
  page_ = page();
  answer_.total = page_.get_matches_estimated();
  answer_.total_stories = options.collapse ? count(visible_) : answer_.total;
  if (!hidden.empty()) answer_.hidden = count(found_) - answer_.total_stories;
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
  if (options_.sort != Sort::kOldest) return query;
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
  switch (options_.sort) {
    case Sort::kRelevance:
      enquire.set_sort_by_relevance_then_value(kSlotOrder, true);
      break;
    case Sort::kNewest:
      enquire.set_sort_by_value(kSlotOrder, !backwards());
      break;
    case Sort::kOldest:
      enquire.set_sort_by_relevance_then_value(kSlotOrder, false);
      break;
  }
  return enquire;
}

Xapian::MSet Search::run(const Xapian::Query& query, std::size_t offset,
                         std::size_t limit, bool collapse) const {
  auto asked = enquire(query);
  if (collapse && options_.collapse) asked.set_collapse_key(*options_.collapse);
  const auto all = archives_.database.get_doccount();
  const auto narrow = [&](std::size_t n) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all));
  };
  return asked.get_mset(narrow(offset), narrow(limit), all);
}

bool Search::backwards() const {
  return options_.collapse && options_.sort == Sort::kNewest;
}

/// The page that was asked for. Of a group Xapian keeps the story that comes
/// first; newest first, the earliest is kept, and the group stands where that
/// does, if all is turned about: the page is the one as far from the end.
Xapian::MSet Search::page() const {
  const auto query = sorted(ordered_);
  if (!backwards()) return run(query, options_.offset, options_.limit, true);
  const auto total = run(query, 0, 0, true).get_matches_estimated();
  const auto left = total - std::min<std::size_t>(total, options_.offset);
  const auto size = std::min(left, options_.limit);
  return run(query, left - size, size, true);
}

std::size_t Search::count(const Xapian::Query& query) const {
  return run(query, 0, 0).get_matches_estimated();
}

const Query& Search::choose(const std::vector<Query>& readings) {
  for (const auto& reading : readings) {
    if (readings.size() == 1) break;
    const auto plan =
        broadsheet::plan(reading, archives_.database, {options_.exact, false});
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
  answer_.shown = page_.size();
  for (const auto& [clause, words] : plan_.names) {
    const std::string untagged = fmt::format("\"{}\" NOT {}", words, clause);
    const auto parsed = parse_query(untagged, {});
    const auto stories =
        count(plan(parsed, archives_.database, {options_.exact, false}).query);
    if (stories > 0) answer_.untagged.push_back({clause, stories, untagged});
  }
  if (answer_.total <= kLittle) suggest();
  if (!plan_.dated) return;
  const auto loose =
      count(plan(query_, archives_.database, {options_.exact, true}).query);
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
  auto query = plan(meant, archives_.database, {options_.exact, false}).query;
  if (const auto hidden = hiding(); !hidden.empty())
    query = without(query, hidden);
  const auto stories = count(query);
  if (stories <= answer_.total) return;
  answer_.suggestion = to_query(*root);
  answer_.suggestion_total = stories;
}

Search::Standing Search::standing(Xapian::docid story) const {
  const auto all = run(sorted(ordered_), 0, answer_.total, true);
  for (auto hit = all.begin(); hit != all.end(); ++hit)
    if (*hit == story)
      return {std::size_t{hit.get_rank()} + 1, hit.get_weight()};
  return {};
}

std::vector<std::string> Search::ids() const {
  const auto all = run(visible_, 0, answer_.total, true);
  std::vector<std::string> ids;
  ids.reserve(all.size());
  for (auto found = all.begin(); found != all.end(); ++found) {
    const auto order = archives_.document(told(*found)).get_value(kSlotOrder);
    ids.push_back(order.substr(8));
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
  const auto hidden = hiding();
  const auto all = Xapian::Query::MatchAll;
  const auto& among = options_.collapse ? visible_
                      : hidden.empty()  ? all
                                        : without(all, hidden);
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
  const auto at = page_[static_cast<Xapian::doccount>(
      backwards() ? size() - 1 - index : index)];
  const auto docid = told(*at);
  const std::string record = archives_.document(docid).get_data();
  const Story story = decode_head(record);
  Hit hit = to_hit(story, archives_.archive_of(docid));
  const auto& copies = copies_of(*at);
  if (copies.stories > 0) hit.copies = copies.stories - 1;
  if (options_.collapse) hit.ran_in = copies.sources;
  hit.rank = options_.offset + index + 1;
  hit.score = options_.sort == Sort::kRelevance ? at.get_weight() : 0.0;
  mark_matched(hit, story, plan_.wanted);
  hit.headline_marks =
      ranges_of(marker_.marks(story, Zone::kHeadline, hit.headline));
  const auto body = body_of(record).substr(0, kMostMarked);
  hit.snippet =
      make_snippet(body, marker_.marks(story, Zone::kBody, body), kSnippetSize);
  return hit;
}

}  // namespace broadsheet
