// What posting lists tell, against what matching finds.
#include "searcher/quick_match.h"

#include <algorithm>
#include <random>
#include <string>

#include "common/index/fields.h"
#include "tests/catch.h"

namespace broadsheet {

namespace {

using Xapian::Query;

/// Stories of random words in a row, in no order of their dates; every seventh
/// number is free.
Xapian::Database archive_of(unsigned stories, unsigned seed) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::minstd_rand random(seed);
  for (unsigned story = 1; story <= stories; ++story) {
    Xapian::Document document;
    document.add_boolean_term("all");
    for (unsigned position = 1; position <= 8; ++position)
      document.add_posting(
          std::string(1, static_cast<char>('a' + random() % 12)), position);
    document.add_value(kSlotOrder, std::to_string(10000 + random() % 50) + ":" +
                                       std::to_string(story) + ":" +
                                       std::to_string(seed));
    database.replace_document(story + story / 7, document);
  }
  return database;
}

std::vector<Xapian::docid> by_date(const Xapian::Database& database,
                                   const Query& query) {
  Xapian::Enquire asked(database);
  asked.set_query(query);
  asked.set_weighting_scheme(Xapian::BoolWeight());
  asked.set_sort_by_value(kSlotOrder, true);
  const auto found = asked.get_mset(0, database.get_doccount());
  return {found.begin(), found.end()};
}

Query any_of(const std::vector<Query>& parts) {
  return {Query::OP_OR, parts.begin(), parts.end()};
}

Query row(const std::string& one, const std::string& other) {
  const std::vector<std::string> words = {one, other};
  return {Query::OP_PHRASE, words.begin(), words.end(), 2};
}

const Query a("a"), b("b"), c("c"), none("nowhere");

const Query kTold[] = {
    a,
    none,
    Query::MatchAll,
    any_of({a, b, none}),
    Query(Query::OP_SYNONYM, a, b),
    Query(Query::OP_SCALE_WEIGHT, any_of({a, b}), 0.0),
    Query(Query::OP_AND_MAYBE, any_of({a, b}), c),
    Query(Query::OP_AND_NOT, any_of({a, b}), any_of({c, none})),
    Query(Query::OP_AND_NOT, Query::MatchAll, c),
    any_of({row("a", "b"), c}),
    any_of({row("a", "b"), row("b", "c"), c, Query::MatchAll}),
    Query(Query::OP_AND_NOT, any_of({row("a", "b"), row("d", "d"), b}), c),
};

const Query kNotTold[] = {
    Query(Query::OP_AND, a, b),
    row("a", "b"),
    Query(Query::OP_FILTER, any_of({a, b}), c),
    Query(Query::OP_AND_NOT, a, row("a", "b")),
    Query(Query::OP_AND_NOT, a, Query::MatchAll),
    Query(Query::OP_VALUE_GE, kSlotOrder, "1"),
};

}  // namespace

TEST_CASE("as many stories are counted as match, in one archive or two") {
  Xapian::Database two = archive_of(200, 1);
  two.add_database(archive_of(150, 2));
  for (const auto& database : {archive_of(200, 1), two}) {
    for (const auto& query : kTold) {
      INFO(query.get_description());
      const auto matching = by_date(database, query);
      const auto counted = quick_count(database, query);
      REQUIRE(counted.has_value());
      CHECK(*counted == matching.size());
    }
    for (const auto& query : kNotTold)
      CHECK_FALSE(quick_count(database, query).has_value());
  }
}

TEST_CASE("the newest stories come in the order that matching gives") {
  Xapian::Database two = archive_of(200, 1);
  two.add_database(archive_of(150, 2));
  for (const auto& database : {archive_of(200, 1), two})
    for (const auto& query : {any_of({a, b}), Query(Query::MatchAll),
                              Query(Query::OP_AND_NOT, a, c)}) {
      INFO(query.get_description());
      auto expected = by_date(database, query);
      const auto total = expected.size();
      const std::set<Xapian::docid> without = {expected[0], expected[7]};
      std::erase_if(expected,
                    [&](auto story) { return without.contains(story); });
      expected.resize(20);
      CHECK(quick_newest(database, query, total, 20, without) == expected);
    }
}

TEST_CASE("the newest are found wherever they stand") {
  for (const int step : {1, -1}) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (int story = 1; story <= 3000; ++story) {
      Xapian::Document document;
      document.add_boolean_term("a");
      document.add_value(kSlotOrder, std::to_string(50000 + step * story));
      database.add_document(document);
    }
    const auto expected = by_date(database, a);
    CHECK(quick_newest(database, a, 3000, 3000, {}) == expected);
    CHECK(quick_newest(database, a, 3000, 2, {}) ==
          std::vector(expected.begin(), expected.begin() + 2));
  }
}

TEST_CASE("few stories, and those that matching alone tells, are left to it") {
  const auto database = archive_of(200, 1);
  const auto newest = [&](const Query& query) {
    return quick_newest(database, query, by_date(database, query).size(), 5,
                        {});
  };
  CHECK_FALSE(newest(none).has_value());
  CHECK_FALSE(newest(row("a", "b")).has_value());
  CHECK_FALSE(newest(any_of({a, row("b", "c")})).has_value());
  CHECK(newest(any_of({a, row("a", "a")})).has_value());
}

TEST_CASE("what weighs nothing is left out where the rest does without it") {
  const auto light = [](const Query& query) {
    return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
  };
  const Query half(Query::OP_SCALE_WEIGHT, a, 0.5);
  const std::pair<Query, Query> cases[] = {
      {a, a},
      {half, half},
      {light(a), {}},
      {Query::MatchAll, {}},
      {any_of({a, light(b)}), any_of({a})},
      {any_of({light(a), any_of({light(b), half})}), any_of({half})},
      {Query(Query::OP_AND_NOT, any_of({a, light(b)}), c),
       Query(Query::OP_AND_NOT, a, c)},
      {Query(Query::OP_AND_NOT, light(b), c), {}},
      {Query(Query::OP_AND, a, light(b)), Query(Query::OP_AND, a, light(b))},
      {Query(Query::OP_AND, light(a), light(b)), {}},
      {Query(Query::OP_FILTER, light(a), b), {}},
      {Query(Query::OP_AND_MAYBE, light(a), b),
       Query(Query::OP_AND_MAYBE, light(a), b)},
  };
  for (const auto& [query, expected] : cases)
    CHECK(weighed(query).get_description() == expected.get_description());
}

}  // namespace broadsheet
