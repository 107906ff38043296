// What is settled after the last file: the files that went, those that could
// not be read, and the stories that changed hands.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/accession.h"

namespace broadsheet {

class Settlement {
 public:
  Settlement(RunState& run, Accession& accession)
      : run_(run), accession_(accession) {}

  void settle();

  std::size_t files_vanished() const { return vanished_; }
  std::size_t stories_removed() const { return removed_.size(); }

 private:
  void drop_vanished();
  void drop(const FileEntry& gone);
  void note_unreadable();
  void keep_unread(FileEntry entry);
  void settle_contested();
  void remove(const std::string& id);
  void promote(const std::string& origin, const std::vector<std::string>& ids);

  RunState& run_;
  Accession& accession_;
  std::unordered_map<std::string, FileEntry> unread_;  ///< by origin
  std::size_t vanished_ = 0;
  std::unordered_set<std::string> removed_;  ///< ids
};

}  // namespace broadsheet
