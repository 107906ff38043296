// Random queries: what to_query() writes means the same when typed back.
#include <random>
#include <string>

#include "tests/catch.h"
#include "tests/searcher/query/parse.h"

namespace broadsheet {
namespace {

/// Strings of pieces that mean something beside each other; about half of them
/// are queries.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string query() {
    std::string query;
    const int terms = 1 + pick(8);
    for (int i = 0; i < terms; ++i) {
      if (i > 0) query += one_of(kJoints);
      query += term();
    }
    while (open_ > 0 && pick(20) > 0) {
      query += ")";
      --open_;
    }
    open_ = 0;
    return query;
  }

 private:
  int pick(int below) {
    return std::uniform_int_distribution<int>(0, below - 1)(random_);
  }
  template <std::size_t n>
  const char* one_of(const char* const (&list)[n]) {
    return list[pick(static_cast<int>(n))];
  }

  std::string term() {
    std::string term = pick(4) == 0 ? one_of(kPrefixes) : "";
    if (pick(9) == 0) term += one_of(kFields);
    if (pick(6) == 0) {
      term += "(";
      ++open_;
    }
    if (pick(3) == 0) term += one_of(kFields);
    term += one_of(kWords);
    if (open_ > 0 && pick(4) == 0) {
      term += ")";
      --open_;
    }
    return term;
  }

  static constexpr const char* kJoints[] = {
      " ",        " ",       " ",     "  ", " AND ", " OR ", " NEAR ",
      " NEAR/3 ", " ADJ/3 ", " NOT ", "\t", "",      " & ",  " and "};
  static constexpr const char* kPrefixes[] = {"-", "NOT ", "+", "--", "- "};
  static constexpr const char* kFields[] = {
      "person:", "PLACE:",  "headline:=", "source:", "url:",    "date:",
      "after:",  "before:", "added:",     "has:",    "nosuch:", "Cairo: "};
  static constexpr const char* kWords[] = {
      "gaza",    "GAZA",       "NATO",      "U.S.",
      "el-Sisi", "sis*",       "si?i",      "*",
      "*a",      "sisi~",      "SISI~2",    "~",
      "\"a b\"", "“A B”",      "\"C\"",     "1987",
      "1987-03", "1987..1989", "1987-03..", "..today",
      "-7d",     "none",       "AND",       "OR",
      "NEAR/2",  "person",     "date",      "http://x.org/?a=~1",
      "10:30",   "غزة",        "北京",      "ß",
      "İ",       "\xff",       "a:",        "-",
      "&",       "=x",         "//x",       ":x",
      "\"",      "Ⅷ"};

  std::mt19937 random_;
  int open_ = 0;
};

TEST_CASE("what is understood can be typed back and means the same") {
  Generator generator(20250707);
  int understood = 0;
  constexpr int kQueries = 40'000;
  for (int i = 0; i < kQueries; ++i) {
    const std::string typed = generator.query();
    for (const Match match : {Match::kAuto, Match::kAny}) {
      Query query;
      try {
        query = parse(typed, match);
      } catch (const QueryError&) {
        break;
      }
      ++understood;
      const std::string written = to_query(query.root);
      CAPTURE(typed, written, to_string(query.root));
      for (const Match again : {Match::kAuto, Match::kAny, Match::kAll})
        REQUIRE(parse(written, again).root == query.root);
      REQUIRE(to_query(parse(written).root) == written);
    }
  }
  CHECK(understood > kQueries / 4);
}

}  // namespace
}  // namespace broadsheet
