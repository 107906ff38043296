#include "indexer/maker_threads.h"

#include <algorithm>
#include <map>

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

constexpr std::uint32_t kStories = 5000;  // many batches

Draft draft(std::uint32_t docid) {
  Draft made;
  made.docid = docid;
  made.story.article.body = std::string(500, 'x');
  return made;
}

}  // namespace

TEST_CASE("each story is made once, in order within its thread") {
  std::mutex mutex;
  std::vector<std::vector<std::uint32_t>> made;  // a thread each
  MakerThreads makers(3, [&](const MakerThreads::Next& next) {
    std::vector<std::uint32_t> mine;
    while (const auto batch = next())
      for (const auto& each : *batch) mine.push_back(each.docid);
    const std::lock_guard lock(mutex);
    made.push_back(mine);
  });
  makers.finish();
  CHECK(made.empty());  // no story, no thread
  std::uint32_t docid = 0;
  for (std::size_t round : {1u, 2u}) {
    while (docid < round * kStories) makers.add(draft(++docid));
    makers.finish();
    CHECK(made.size() == 3 * round);
  }
  std::vector<std::uint32_t> all;
  for (const auto& mine : made) {
    CHECK(std::ranges::is_sorted(mine));
    all.insert(all.end(), mine.begin(), mine.end());
  }
  std::ranges::sort(all);
  REQUIRE(all.size() == 2 * kStories);
  CHECK(all.front() == 1);
  CHECK(std::ranges::adjacent_find(all) == all.end());
}

TEST_CASE("what a thread throws reaches the one that adds, or finishes") {
  const auto fail = [](const MakerThreads::Next& next) {
    next();
    throw Error("no room");
  };
  MakerThreads makers(2, fail);
  const auto add_all = [&] {
    for (std::uint32_t docid = 1; docid <= kStories; ++docid)
      makers.add(draft(docid));
    makers.finish();
  };
  CHECK_THROWS_AS(add_all(), Error);
  MakerThreads few(2, fail);
  few.add(draft(1));
  CHECK_THROWS_AS(few.finish(), Error);
}

TEST_CASE("what is not finished is left") {
  MakerThreads makers(2, [](const MakerThreads::Next& next) {
    while (next()) {
    }
  });
  for (std::uint32_t docid = 1; docid <= kStories; ++docid)
    makers.add(draft(docid));
}
