// One section of many segments, and of a database before them, read as if it
// were one segment's.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "indexer/bulk/segment_file.h"

namespace broadsheet::bulk {

class GroupMerger {
 public:
  /// `database`: may be empty. `memory`: for the buffers of all segments
  /// together, nearly.
  GroupMerger(const std::string& database,
              std::span<const std::string> segments, Section section,
              std::size_t memory);
  GroupMerger(const GroupMerger&) = delete;
  GroupMerger& operator=(const GroupMerger&) = delete;

  /// Goes to the next key; false at the end. The records of the present one
  /// must have been read.
  bool next_group();
  const std::string& key() const { return key_; }

  /// Goes to the next record of the key, in the order of ids, those of equal
  /// ids in the order of segments; false if there are no more.
  bool next();

  /// Its bytes are valid until next().
  const Record& record() const { return (*current_)->record(); }

 private:
  using Source = std::unique_ptr<GroupCursor>;
  /// Where a source stands among the others.
  struct Next {
    std::uint64_t rank;  ///< its record's id, or its key's leading bytes
    Source* source;
  };

  std::vector<Source> sources_;
  std::vector<Next> groups_;    ///< heap: least key first
  std::vector<Next> records_;   ///< heap: least id first
  std::vector<Source*> spent_;  ///< their part of the group is read
  Source* current_ = nullptr;
  std::string key_;
};

}  // namespace broadsheet::bulk
