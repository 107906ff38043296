#include "indexer/known_words.h"

#include <fmt/format.h>

#include <string>

#include "common/text/digest.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

/// Words asked for one after the other.
struct Asked {
  KnownWords words;
  int made = 0;

  /// Is the answer the word's own?
  bool right(const std::string& word, std::string_view prefix = "") {
    Token token;
    REQUIRE(Tokenizer(word, 1).next(token));
    const std::uint64_t own = digest64(std::string(prefix) + word);
    return words
               .of(prefix, token,
                   [&] {
                     ++made;
                     return WordTerms{1, 2, own};
                   })
               .digest == own;
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

TEST_CASE("other words are made each time") {
  Asked asked;
  for (const auto* word : {"abcdefghijklmnop", "caf\u00E9", "don't", "u.s"})
    for (int i = 0; i < 2; ++i) CHECK(asked.right(word));
  CHECK(asked.made == 8);
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
