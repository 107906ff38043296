// Whatever is typed, however long and deep: a tree or a QueryError.
#include <random>
#include <string>
#include <string_view>

#include "tests/catch.h"
#include "tests/searcher/query/parse.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMegabyte = 1'000'000;

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  while (times-- > 0) text += part;
  return text;
}

/// The why of its error; empty if it is a query.
std::string why(const std::string& typed) {
  try {
    parse(typed);
    return {};
  } catch (const QueryError& error) {
    CHECK(error.column() <= typed.size());
    CHECK(std::string_view(error.what()).size() < 1'000);
    return error.why();
  }
}

TEST_CASE("parentheses that add nothing may nest as deeply as they like") {
  const std::string typed = repeat("(", 10'000) + "a" + repeat(")", 10'000);
  CHECK(to_string(parse(typed).root) == "a");
}

TEST_CASE("a tree has a greatest height") {
  const auto nested = [](std::size_t levels, std::string_view open) {
    return repeat(open, levels) + "a" + repeat(")", levels);
  };
  CHECK(why(nested(kMaxHeight - 1, "b (")).empty());
  CHECK(why(nested(kMaxHeight, "b (")) ==
        "the query nests more than 1000 deep");
  CHECK(why(nested(9'999, "b (")) == "the query nests more than 1000 deep");
  CHECK(why(nested(9'999, "-(c ")) == "the query nests more than 1000 deep");
  CHECK(why(nested(9'999, "-(")) == "the query nests more than 1000 deep");
  CHECK(why(nested(9'999, "b OR -(")) == "the query nests more than 1000 deep");
}

TEST_CASE("a query has a greatest number of words") {
  CHECK(why(repeat("a ", kMaxLeaves)).empty());
  CHECK(why(repeat("a ", kMaxLeaves + 1)) ==
        "the query has more than 10000 words");
  CHECK(why(repeat("a OR ", kMaxLeaves - 1) + "a").empty());
  CHECK(why("b " + repeat("a NEAR ", kMaxLeaves - 2) + "a").empty());
}

TEST_CASE("a megabyte of one thing") {
  const std::string_view parts[] = {
      "(",      ")",      "-",     "\"",    "a OR ", "OR ",     "NOT ",
      "-(",     "(a OR ", "\"\"-", "\"a\"", "*",     "a*",      "~",
      "a~",     "aa:",    "A ",    "&",     "()",    "a NEAR ", "NEAR/1",
      "date:-", "\xff",   "字",    "a\"",   "a://",  "--",      "person:("};
  for (const auto part : parts) {
    CAPTURE(part);
    CHECK_NOTHROW(why(repeat(part, kMegabyte / part.size())));
  }
  CHECK(why(repeat("(", kMegabyte)) == "this ( is never closed");
  CHECK(why(repeat("-", kMegabyte)) ==
        "there is nothing to search for in this");
  CHECK(why("date:" + repeat("1", kMegabyte)) == "this is no date");
  CHECK(parse(repeat("a", kMegabyte)).root.text.size() == kMegabyte);
}

TEST_CASE("a megabyte of anything") {
  std::mt19937 random(4121);
  const auto garbage = [&](std::string_view alphabet) {
    std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
    std::string text(kMegabyte, ' ');
    for (char& c : text) c = alphabet[pick(random)];
    return text;
  };
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  CHECK_NOTHROW(why(garbage(bytes)));
  CHECK_NOTHROW(why(garbage("ab ()\"-*~:ANDOR")));
  CHECK_NOTHROW(why(garbage("a ()")));
}

TEST_CASE("every short query of these characters is a tree or an error") {
  constexpr std::string_view kAlphabet = "aA1 ()\"-*~:=&.";
  for (std::size_t length = 1; length <= 4; ++length) {
    std::string typed(length, kAlphabet[0]);
    std::size_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= kAlphabet.size();
    for (std::size_t n = 0; n < count; ++n) {
      for (std::size_t i = 0, rest = n; i < length; ++i) {
        typed[i] = kAlphabet[rest % kAlphabet.size()];
        rest /= kAlphabet.size();
      }
      try {
        const Query query = parse(typed);
        const auto written = to_query(query.root);
        if (!(parse(written).root == query.root)) FAIL(typed + " | " + written);
      } catch (const QueryError&) {
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet
