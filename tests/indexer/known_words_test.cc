#include "indexer/known_words.h"

#include <fmt/format.h>

#include <string>

#include "common/text/digest.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

/// Words asked for one after the other; each has terms of its own.
struct Asked {
  KnownWords words;
  int made = 0;

  bool right(const std::string& word, std::string_view prefix = "") {
    const PlainRun run = plain_run(word);
    const std::uint64_t own = digest64(std::string(prefix) + word);
    if (const auto* known = words.find(prefix, run))
      return known->digest == own;
    ++made;
    words.add(prefix, run, {1, 2, own});
    return true;
  }
};

}  // namespace

TEST_CASE("a short word is made once, until it is forgotten") {
  Asked asked;
  CHECK(asked.right("strike"));
  CHECK(asked.right("strike"));
  CHECK(asked.made == 1);
  asked.words.forget();
  CHECK(asked.right("strike"));
  CHECK(asked.made == 2);
}

TEST_CASE("a word has other terms under each prefix") {
  Asked asked;
  for (int i = 0; i < 2; ++i)
    for (const auto* prefix : {"", "S", "XCORRECTION:"})
      CHECK(asked.right("abcdefghijklmno", prefix));
  CHECK(asked.made >= 3);
}

TEST_CASE("more words than there is room for are told apart") {
  Asked asked;
  for (int i = 0; i < 2; ++i) {
    bool right = true;
    for (int n = 0; n < 100'000; ++n)
      right &= asked.right(fmt::format("w{}", n));
    CHECK(right);
  }
}
