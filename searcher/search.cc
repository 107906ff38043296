#include "searcher/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "common/index/fields.h"
#include "common/text/fold.h"
#include "searcher/copies.h"
#include "searcher/correction.h"
#include "searcher/lexicon.h"
#include "searcher/query/parser.h"
#include "searcher/recency.h"
#include "searcher/story_hit.h"
#include "searcher/versions.h"

namespace broadsheet {
namespace {

constexpr std::size_t kSnippetSize = 240;
constexpr std::size_t kDateDigits = 8;
/// Names and snippets look at so much of a body.
constexpr std::size_t kMostMarked = std::size_t{1} << 20;
/// So few stories make us ask whether something else was meant.
constexpr std::size_t kLittle = 2;
/// What the newest day weighs, as a share of the best story's score.
constexpr double kRecentWeight = 0.5;

std::vector<ByteRange> ranges_of(const std::vector<Mark>& marks) {
  std::vector<ByteRange> ranges;
  for (const auto& mark : marks) ranges.push_back(mark.range);
  return ranges;
}

std::string id_of(const Xapian::Document& document) {
  return document.get_value(kSlotOrder).substr(kDateDigits);
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
      readings_(readings),
      options_(options),
      ranker_(archives, options),
      query_(choose()),
      plan_(plan(query_, archives, {options.exact, false})),
      hidden_(hiding()),
      marker_(plan_.wanted, archives.lexicon->stemmers) {
  const auto begin = std::chrono::steady_clock::now();
  found_ = recent(plan_.query);
  visible_ = visible(found_);
  if (expands()) ranker_.expand();
  ordered_ = options.half_life && scores() ? newer_raised(visible_) : visible_;
  page_ = ranker_.page(ordered_);
  answer_.total = page_.total;
  answer_.total_stories =
      options.collapse ? ranker_.count(visible_) : answer_.total;
  describe();
  if (options.remarks) remark();
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

/// How many stories a query finds, hidden or not.
std::size_t Search::count(const broadsheet::Query& query,
                          bool loose_dates) const {
  return ranker_.count(
      plan(query, archives_, {options_.exact, loose_dates}).query);
}

const Query& Search::choose() {
  for (const auto& reading : readings_) {
    if (readings_.size() == 1) break;
    if (count(reading, false) == 0) continue;
    if (&reading != &readings_.front())
      answer_.notes.push_back(fmt::format("read as {}: no story has {}",
                                          to_query(reading.root),
                                          to_query(readings_.front().root)));
    return reading;
  }
  return readings_.front();
}

/// What the query was taken for.
void Search::describe() {
  answer_.typed = query_.typed;
  answer_.understood = to_query(query_.root);
  answer_.match = query_.match == Match::kAny ? "any" : "all";
  answer_.joins_words = query_.joins_words;
  answer_.expansions = plan_.expansions;
  std::string raising;
  for (const auto& word : ranker_.telling_words())
    raising += (raising.empty() ? "" : ", ") + word.text;
  if (!raising.empty())
    answer_.notes.push_back("ordered by words of the first stories too: " +
                            raising);
  for (const auto& notes : {query_.notes, plan_.notes})
    answer_.notes.insert(answer_.notes.end(), notes.begin(), notes.end());
  answer_.generation = archives_.snapshots;
  answer_.version = BROADSHEET_VERSION;
  answer_.offset = options_.offset;
  answer_.shown = size();
}

/// What is not among the stories found, and might be looked for.
void Search::remark() {
  if (!hidden_.empty())
    answer_.hidden = ranker_.count(found_) - answer_.total_stories;
  for (const auto& [clause, words] : plan_.names) {
    const std::string untagged = fmt::format("\"{}\" NOT {}", words, clause);
    if (const auto stories = count(parse_query(untagged, {}), false))
      answer_.untagged.push_back({clause, stories, untagged});
  }
  if (answer_.total <= kLittle) suggest();
  if (plan_.dated) tell_of_loose_dates();
}

void Search::tell_of_loose_dates() {
  const auto loose = count(query_, true);
  const bool all_told = hidden_.empty() && !options_.added_after;
  const auto strict =
      all_told ? answer_.total_stories : ranker_.count(plan_.query);
  if (loose > strict)
    answer_.notes.push_back(
        fmt::format("{} more may be of this time: their dates are known only "
                    "to the month or the year",
                    loose - strict));
}

/// Do scores bear on what is shown?
bool Search::scores() const {
  return options_.sort == Sort::kRelevance && options_.limit > 0;
}

/// Where any word of a long query will do, the first stories tell its subject
/// better than all its words; where all must occur, they say little more.
bool Search::expands() const {
  return scores() && options_.expand.value_or(query_.match == Match::kAny &&
                                              !options_.exact);
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
  const auto best = ranker_.first(query, 1).hits;
  const auto from = newest(query);
  if (best.empty() || best.front().score <= 0 || !from) return query;
  recency_ =
      recency(from, *options_.half_life, kRecentWeight * best.front().score);
  return {Xapian::Query::OP_AND_MAYBE, query, recency_};
}

/// Another query, if it finds more than this one: what was typed, corrected,
/// in the first reading that gives one.
void Search::suggest() {
  std::set<std::string> known;
  for (const auto& expansion : answer_.expansions)
    if (!expansion.forms.empty()) known.insert(expansion.clause);
  for (const auto& reading : readings_) {
    const auto root = corrected(reading.root, archives_.database, known);
    if (!root) continue;
    const auto meant = parse_query(to_query(*root), {});
    const auto stories = ranker_.count(
        visible(plan(meant, archives_, {options_.exact, false}).query));
    if (stories <= answer_.total) continue;
    answer_.suggestion = to_query(*root);
    answer_.suggestion_total = stories;
    return;
  }
}

Search::Standing Search::standing(Xapian::docid story) const {
  const auto all = ranker_.first(ordered_, answer_.total).hits;
  const auto at = std::ranges::find(all, story, &Ranked::story);
  if (at == all.end()) return {};
  return {static_cast<std::size_t>(at - all.begin()) + 1, at->score};
}

std::vector<std::string> Search::ids() const {
  std::vector<std::string> ids;
  for (const auto& [found, score] : ranker_.first(visible_, answer_.total).hits)
    ids.push_back(id_of(archives_.document(told(found))));
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

Hit Search::hit(std::size_t index, HitDepth depth) {
  const auto [found, score] = page_.hits[index];
  const auto docid = told(found);
  const auto document = archives_.document(docid);
  const auto& archive = archives_.archive_of(docid);
  Hit hit;
  if (depth == HitDepth::kId) {
    hit.id = id_of(document);
    hit.archive = archive;
  } else {
    const auto record = document.get_data();
    Story story =
        depth >= HitDepth::kBody ? decode(record) : decode_head(record);
    hit = to_hit(story, archive);
    hit.body = std::move(story.article.body);
    if (depth >= HitDepth::kFound) show_found(hit, story);
    if (depth >= HitDepth::kVersions)
      hit.versions = versions_of(archives_.database, story);
  }
  if (depth >= HitDepth::kFound || options_.collapse) {
    const auto& copies = copies_of(found);
    if (copies.stories > 0) hit.copies = copies.stories - 1;
    if (options_.collapse) hit.ran_in = copies.sources;
  }
  hit.rank = options_.offset + index + 1;
  hit.score = options_.sort == Sort::kRelevance ? score : 0.0;
  return hit;
}

/// Shows what the query found in the story.
void Search::show_found(Hit& hit, const Story& story) {
  mark_matched(hit, story, plan_.wanted);
  hit.headline_marks =
      ranges_of(marker_.marks(story, Zone::kHeadline, hit.headline));
  const auto body = std::string_view(hit.body).substr(0, kMostMarked);
  hit.snippet =
      make_snippet(body, marker_.marks(story, Zone::kBody, body), kSnippetSize);
}

}  // namespace broadsheet
