// What the owner of an archive knows better than its sources: --overrides.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/glob.h"
#include "indexer/settings.h"

namespace broadsheet {

/// The rows of a CSV file whose first line names the columns: id and origin (a
/// glob), one of them at least; date, source, section, language, byline,
/// headline, status. An empty cell changes nothing. Throws Error, naming file,
/// line and column, for what cannot be.
std::vector<Override> read_overrides(const std::filesystem::path& file);

/// Overrides ready to be looked up; immutable.
class Overrides {
 public:
  explicit Overrides(const std::vector<Override>& rows);

  /// The numbers of the rows that are about the story, in order.
  std::vector<std::size_t> matching(const std::string& id,
                                    const std::string& origin) const;
  /// Of two rows the later one wins.
  void apply(const std::vector<std::size_t>& rows, Article& article) const;

  /// What stands for the rows that may be about stories of a file: of these
  /// ids, or by its origin. Empty if there are none.
  std::string digest(const std::string& file,
                     const std::vector<std::string>& ids) const;

  const std::vector<Override>& rows() const { return rows_; }

 private:
  struct Pattern {
    std::size_t row;
    Glob glob;
  };

  const std::vector<Override>& rows_;
  std::unordered_multimap<std::string, std::size_t> by_id_;
  std::vector<Pattern> by_origin_;  ///< rows without an id
};

}  // namespace broadsheet
