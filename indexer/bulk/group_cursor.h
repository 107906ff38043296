// Groups of records in key order, wherever they lie.
#pragma once

#include <span>
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
  bool next() {
    if (left_.size() > 1)
      left_ = left_.subspan(1);
    else
      left_ = read();
    return !left_.empty();
  }

  /// Its bytes are valid until next().
  const Record& record() const { return left_.front(); }

 protected:
  /// The group's next records, some or all, no longer valid when it is called
  /// again; none at the group's end.
  virtual std::span<const Record> read() = 0;

  std::string key_;

 private:
  std::span<const Record> left_;  ///< the present record first
};

}  // namespace broadsheet::bulk
