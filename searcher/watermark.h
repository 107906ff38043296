// --since-last NAME: up to when the stories of a search have been seen, kept in
// the user's state directory from one run to the next.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "searcher/archive_set.h"

namespace broadsheet {

class Watermark {
 public:
  /// Reads what the last run under that name left. Throws Error for a name
  /// that is no file's, or a damaged file.
  explicit Watermark(const std::string& name);

  /// No run before this one.
  bool is_first() const { return query_.empty(); }

  /// When the newest story of each archive was added that the last run might
  /// have found: by archive, YYYYMMDDhhmmss in UTC. An archive that is new to
  /// it has been seen to its end. Throws Error if the last run under the name
  /// had another query.
  std::map<std::string, std::string> marks(const ArchiveSet& archives,
                                           const std::string& query);

  /// What marks() was asked about has been seen.
  void save() const;

 private:
  std::filesystem::path file_;
  std::string name_, query_, asked_;
  std::map<std::string, std::string> seen_, newest_;
};

}  // namespace broadsheet
