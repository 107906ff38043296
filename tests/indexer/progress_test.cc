#include "indexer/progress.h"

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;
using Seconds = std::chrono::duration<double>;

TEST_CASE("the line tells how far a run has come") {
  struct Case {
    Standing standing;
    double seconds;
    const char* line;
  };
  constexpr std::uint64_t kMega = 1'000'000;
  const Case cases[] = {
      {{}, 0, "0 files, 0 stories"},
      {{.files = 12, .files_total = 4'000, .stories = 1'234'567},
       0.5,
       "12 of 4,000 files, 1,234,567 stories"},
      {{.files = 1,
        .files_total = 2,
        .stories = 10,
        .stories_total = 40,
        .bytes = 5 * kMega,
        .bytes_total = 20 * kMega,
        .bytes_read = 5 * kMega,
        .problems = 1},
       10,
       "1 of 2 files, 10 of 40 stories, 0.5 MB/s, 30 s left, 1 problem"},
      {{.files = 1, .files_total = 2, .bytes = 1, .bytes_total = 61},
       10,
       "1 of 2 files, 0 stories, 0.0 MB/s, 10 min left"},
      {{.files = 1, .files_total = 2, .bytes = 1, .bytes_total = 3'601},
       10,
       "1 of 2 files, 0 stories, 0.0 MB/s, 10.0 h left"},
      // More stories than the archive had: the total was a guess.
      {{.files = 2,
        .files_total = 2,
        .stories = 41,
        .stories_total = 40,
        .bytes = 7,
        .bytes_total = 7,
        .problems = 2},
       0,
       "2 of 2 files, 41 stories, 2 problems"},
  };
  for (const auto& [standing, seconds, line] : cases)
    CHECK(to_text(standing, Seconds(seconds)) == line);
}

TEST_CASE("there are three modes") {
  CHECK(progress_mode_named("auto") == ProgressMode::kAuto);
  CHECK(progress_mode_named("always") == ProgressMode::kAlways);
  CHECK(progress_mode_named("never") == ProgressMode::kNever);
  CHECK_THROWS_AS(progress_mode_named(""), Error);
  CHECK_FALSE(Progress(ProgressMode::kNever).shown());
}
