// What is asked of a search beside the query.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace broadsheet {

enum class Sort { kRelevance, kNewest, kOldest };

/// Stories that are hidden unless asked for.
struct Include {
  bool killed = false;
  bool embargoed = false;
  bool versions = false;

  bool operator==(const Include&) const = default;
};

struct SearchOptions {
  bool exact = false;
  /// Order by words of the first stories too (pseudo-relevance feedback,
  /// Robertson 1990); not said: where any word of the query will do.
  std::optional<bool> expand;
  Sort sort = Sort::kRelevance;
  std::optional<int> half_life;  ///< days; newer stories are raised
  std::size_t offset = 0;
  std::size_t limit = 10;  ///< 0: the stories are only counted
  Include include;
  std::optional<unsigned> collapse;  ///< the slot of copy groups
  std::string now;                   ///< YYYYMMDDhhmmss in UTC, for embargoes
  /// Count also what is hidden or untagged, and look for what may be meant.
  bool remarks = true;
  /// --since-last: only stories that came into the archives later than this,
  /// YYYYMMDDhhmmss in UTC by archive; an archive that is not there has none.
  std::optional<std::map<std::string, std::string>> added_after = {};
};

}  // namespace broadsheet
