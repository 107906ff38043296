#include "searcher/quick_match.h"

#include <bit>
#include <cstdint>
#include <functional>
#include <queue>
#include <string>
#include <utility>

#include "common/index/fields.h"

namespace broadsheet {
namespace {

using Xapian::Query;

/// Where fewer than one of so many stories is found, it is quicker to look at
/// the order of those than to go through that of all.
constexpr std::size_t kFewestShare = 8;
/// So many stories are looked at in their order.
constexpr Xapian::docid kBlock = 1024;

/// What a query finds: the stories of any term, or all, and those of others.
struct Union {
  std::vector<std::string> terms;
  bool all = false;
  std::vector<Query> others;
};

void add(const Query& query, Union& found) {
  if (query.empty()) return;
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      found.terms.push_back(*query.get_terms_begin());
      return;
    case Query::LEAF_MATCH_ALL:
      found.all = true;
      return;
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        add(query.get_subquery(i), found);
      return;
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE:
      return add(query.get_subquery(0), found);
    default:
      found.others.push_back(query);
  }
}

/// What a query finds and what it leaves out; nothing if that is not told by
/// posting lists.
struct Parts {
  Union found;
  std::vector<std::string> hidden;
};

std::optional<Parts> parts_of(const Query& query) {
  const bool hides = !query.empty() && query.get_type() == Query::OP_AND_NOT;
  Union found, hidden;
  add(hides ? query.get_subquery(0) : query, found);
  if (hides) add(query.get_subquery(1), hidden);
  if ((!found.all && found.terms.empty()) || hidden.all ||
      !hidden.others.empty())
    return std::nullopt;
  return Parts{std::move(found), std::move(hidden.terms)};
}

/// A set of stories, a bit each.
class Stories {
 public:
  Stories(const Xapian::Database& database, const Parts& parts)
      : database_(database), bits_(database.get_lastdocid() / 64 + 1) {
    const auto add = [](std::uint64_t& word, std::uint64_t bit) {
      word |= bit;
    };
    if (parts.found.all) each("", add);
    for (const auto& term : parts.found.terms) each(term, add);
    for (const auto& term : parts.hidden)
      each(term, [](std::uint64_t& word, std::uint64_t bit) { word &= ~bit; });
  }

  bool holds(Xapian::docid story) const {
    return (bits_[story / 64] >> story % 64 & 1) != 0;
  }
  std::size_t size() const {
    std::size_t size = 0;
    for (const auto word : bits_)
      size += static_cast<std::size_t>(std::popcount(word));
    return size;
  }

 private:
  void each(const std::string& term, auto take) {
    const auto end = database_.postlist_end(term);
    for (auto at = database_.postlist_begin(term); at != end; ++at)
      take(bits_[*at / 64], std::uint64_t{1} << *at % 64);
  }

  const Xapian::Database& database_;
  std::vector<std::uint64_t> bits_;
};

std::size_t size_of(const Xapian::Database& database, const Parts& parts) {
  const auto& [terms, all, others] = parts.found;
  if (parts.hidden.empty() && all) return database.get_doccount();
  if (parts.hidden.empty() && terms.size() == 1)
    return database.get_termfreq(terms.front());
  return Stories(database, parts).size();
}

/// Those of `other` that none of the terms is in. The terms stand among what
/// must hold, so that a phrase is looked for in the rest only.
Query besides(const Query& other, const std::vector<std::string>& terms) {
  return {Query::OP_AND, other,
          Query(Query::OP_AND_NOT, Query::MatchAll,
                Query(Query::OP_OR, terms.begin(), terms.end()))};
}

/// The newest of the stories that are added.
class Newest {
 public:
  explicit Newest(std::size_t most) : most_(most) {}

  void add(std::string order, Xapian::docid story) {
    if (stories_.size() == most_ && order < stories_.top().first) return;
    stories_.emplace(std::move(order), story);
    if (stories_.size() > most_) stories_.pop();
  }

  /// Takes them, newest first.
  std::vector<Xapian::docid> take() {
    std::vector<Xapian::docid> taken(stories_.size());
    for (auto at = taken.rbegin(); at != taken.rend(); ++at) {
      *at = stories_.top().second;
      stories_.pop();
    }
    return taken;
  }

 private:
  using Dated = std::pair<std::string, Xapian::docid>;

  std::size_t most_;
  std::priority_queue<Dated, std::vector<Dated>, std::greater<>> stories_;
};

std::size_t count(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire asked(database);
  asked.set_query(query);
  asked.set_weighting_scheme(Xapian::BoolWeight());
  return asked.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace

std::optional<std::size_t> quick_count(const Xapian::Database& database,
                                       const Xapian::Query& query) {
  const auto parts = parts_of(query);
  if (!parts) return std::nullopt;
  const auto size = size_of(database, *parts);
  if (parts->found.all || parts->found.others.empty()) return size;
  auto known = parts->found.terms;
  known.insert(known.end(), parts->hidden.begin(), parts->hidden.end());
  std::vector<Query> rest;
  for (const auto& other : parts->found.others)
    rest.push_back(besides(other, known));
  return size + count(database, Query(Query::OP_OR, rest.begin(), rest.end()));
}

std::optional<std::vector<Xapian::docid>> quick_newest(
    const Xapian::Database& database, const Query& query, std::size_t total,
    std::size_t most, const std::set<Xapian::docid>& without) {
  const auto parts = parts_of(query);
  if (!parts || total * kFewestShare < database.get_doccount())
    return std::nullopt;
  const Stories stories(database, *parts);
  if (stories.size() != total) return std::nullopt;
  Newest newest(most);
  // Archives mostly grow by date: the last are looked at first.
  for (auto block = database.get_lastdocid() / kBlock + 1; block-- > 0;) {
    const auto begin = block * kBlock;
    const auto end = database.valuestream_end(kSlotOrder);
    auto at = database.valuestream_begin(kSlotOrder);
    if (begin > 0) at.skip_to(begin);
    for (; at != end && at.get_docid() < begin + kBlock; ++at) {
      const auto story = at.get_docid();
      if (stories.holds(story) && !without.contains(story))
        newest.add(*at, story);
    }
  }
  return newest.take();
}

Query weighed(const Query& query) {
  if (query.empty()) return query;
  const auto part = [&](std::size_t i) {
    return weighed(query.get_subquery(i));
  };
  switch (query.get_type()) {
    case Query::LEAF_MATCH_ALL:
      return {};
    case Query::OP_SCALE_WEIGHT:
      // Nothing else tells the factor.
      return query.get_description().starts_with("Query(0 * ") ? Query()
                                                               : query;
    case Query::OP_OR: {
      std::vector<Query> parts;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        if (auto one = part(i); !one.empty()) parts.push_back(std::move(one));
      return {Query::OP_OR, parts.begin(), parts.end()};
    }
    case Query::OP_AND_NOT:
      if (const auto left = part(0); !left.empty())
        return {Query::OP_AND_NOT, left, query.get_subquery(1)};
      return {};
    case Query::OP_FILTER:
      return part(0).empty() ? Query() : query;
    case Query::OP_AND:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        if (!part(i).empty()) return query;
      return {};
    default:
      return query;
  }
}

}  // namespace broadsheet
