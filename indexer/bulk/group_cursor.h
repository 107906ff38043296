// Groups of records in key order, wherever they lie.
#pragma once

#include <string>

#include "indexer/bulk/record.h"

namespace broadsheet::bulk {

class GroupCursor {
 public:
  virtual ~GroupCursor() = default;

  /// Goes to the next group; false at the end. The records of the present group
  /// must have been read. Throws Error for what is damaged or cannot be read.
  virtual bool next_group() = 0;

  /// Valid until the next group.
  const std::string& key() const { return key_; }

  /// Goes to the group's next record; false at its end.
  virtual bool next() = 0;

  /// Its bytes are valid until next().
  const Record& record() const { return record_; }

 protected:
  std::string key_;
  Record record_;
};

}  // namespace broadsheet::bulk
