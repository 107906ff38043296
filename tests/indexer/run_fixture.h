// Updates and rebuilds of an archive, and what came of them.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "indexer/run.h"
#include "tests/catch.h"
#include "tests/indexer/archive_fixture.h"

namespace broadsheet::test {

/// Every update is merged into a new generation, however little it changes.
inline void make_updates_large(Archive& archive) {
  archive.options.how.large_stories = 0;
  archive.options.how.large_percent = 0;
}

/// Each case runs with updates in the live generation, then with large ones.
struct RunFixture {
  Archive archive;

  RunFixture() : RunFixture(GENERATE(false, true)) {}
  explicit RunFixture(bool large) {
    if (large) make_updates_large(archive);
  }

  /// Enough other stories that losing one is no shrinking.
  void many() {
    std::vector<Record> records;
    for (int n = 0; n < 40; ++n)
      records.push_back({fmt::format("many{:02}", n), "One of many"});
    archive.has_file("many.jsonl", jsonl(records));
  }
  /// The stories but those.
  Names few() const {
    Names ids = archive.stories();
    std::erase_if(ids,
                  [](const auto& id) { return id.starts_with("demo:many"); });
    return ids;
  }
};

inline std::string next_after(const std::string& generation) {
  return fmt::format("gen-{:06}", std::stoi(generation.substr(4)) + 1);
}

inline std::size_t count_of(const Report& report, FileState state) {
  return report.of(state);
}
inline std::size_t count_of(const Report& report, StoryState state) {
  return report.of(state);
}

}  // namespace broadsheet::test
