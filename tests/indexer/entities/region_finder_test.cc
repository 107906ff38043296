#include "indexer/entities/region_finder.h"

#include <deque>
#include <string>

#include "indexer/entities/model.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

// Counts how often a word is asked for.
class CountingWords final : public WordSource {
 public:
  void fetch(std::uint64_t) const override { fetched += count == 0; }
  const WordTraits& look_up(std::uint64_t key, std::string_view text,
                            TokenKind kind) override {
    CHECK(key == word_key(text, kind));
    most = std::max(most, ++count - begin_);
    return words_.emplace_back(
        describe(text, kind, TaggerModel::embedded().lexicon()).word);
  }
  bool make_room() override {
    begin_ = count;
    return false;
  }

  std::size_t count = 0;
  std::size_t most = 0;             ///< without room made between
  mutable std::size_t fetched = 0;  ///< before any was looked up

 private:
  std::size_t begin_ = 0;
  std::deque<WordTraits> words_;
};

struct Work {
  std::size_t look_ups = 0;
  std::size_t most = 0;
  std::size_t regions = 0;
  std::size_t longest = 0;
  std::size_t fetched = 0;
};

Work work_of(const std::string& text) {
  std::vector<TaggerToken> tokens;
  tokenize(text, tokens);
  CountingWords words;
  RegionFinder finder(TaggerModel::embedded().lexicon(), words);
  Work work;
  finder.for_each(text, tokens, [&](const FoundRegion& found) {
    ++work.regions;
    work.longest = std::max(work.longest, found.region.size());
  });
  work.look_ups = words.count;
  work.most = words.most;
  work.fetched = words.fetched;
  return work;
}

std::string repeated(const char* part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST_CASE("a sentence without end costs what its words cost") {
  for (const char* part : {"Kofi ", "al ", "Kofi al ", "KOFI ", "of Kofi ",
                           "1 Kofi, ", "Monday "}) {
    const Work some = work_of(repeated(part, 3000));
    const Work more = work_of(repeated(part, 12000));
    CAPTURE(part, some.look_ups);
    CHECK(more.look_ups <= 4 * some.look_ups + 1000);
    CHECK(more.longest <= RegionFinder::kLongestRegion + 4);
  }
}

TEST_CASE("room is made however long a sentence is") {
  for (const char* part :
       {"Kofi ", "al ", "THE KOFI ", "NEW KOFI ", "of Kofi "})
    CHECK(work_of(repeated(part, 3000)).most < 1000);
}

TEST_CASE("a sentence's words are fetched before any is looked up") {
  CHECK(work_of("yesterday they met Kofi Annan after long talks").fetched == 6);
  CHECK(work_of("yesterday they met after long talks").fetched == 0);
}

TEST_CASE("days, months and small words are no regions by themselves") {
  CHECK(work_of("he said on Monday that I was right").regions == 0);
  CHECK(work_of("he said on Monday that Kofi was right").regions == 1);
}

TEST_CASE("a line in capitals keeps the whole name of a place") {
  CHECK(work_of("BANK SAYS NEW RULES HURT").regions == 1);
  const Work work = work_of("TALKS ON NEW ZEALAND FAIL");
  CHECK(work.regions == 1);
  CHECK(work.longest == 2);
}

}  // namespace
}  // namespace broadsheet
