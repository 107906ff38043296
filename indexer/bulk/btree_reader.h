// One glass table, read from front to back in key order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/btree_writer.h"

namespace broadsheet::bulk {

/// Goes from leaf to leaf through the branches, so that tables that were
/// changed since they were written can be read, too. Throws Error if the file
/// is damaged or cannot be read. Nobody may write to the table meanwhile.
class BtreeReader {
 public:
  BtreeReader(std::string path, const TableRoot& root,
              std::uint32_t block_size);
  ~BtreeReader();
  BtreeReader(const BtreeReader&) = delete;
  BtreeReader& operator=(const BtreeReader&) = delete;

  /// Goes to the next entry; false at the end.
  bool next();

  /// Both are valid until next().
  std::string_view key() const { return key_; }
  std::string_view tag() const { return tag_; }
  /// Is the tag a raw deflate stream?
  bool compressed() const { return compressed_; }

 private:
  /// A block on the way from the root to the present leaf.
  struct Level {
    std::string block;
    std::size_t at = 0;   ///< of the next item, in its directory
    std::size_t end = 0;  ///< of the directory
  };

  void descend(std::uint32_t block, std::size_t level);
  bool next_leaf();
  std::string_view next_item();
  [[noreturn]] void damaged() const;

  const std::string path_;
  const std::uint32_t block_size_;
  const TableRoot root_;
  int fd_ = -1;
  std::vector<Level> levels_;  ///< leaves first
  std::string key_;
  std::string tag_;
  bool compressed_ = false;
  bool begins_ = true;  ///< an entry, the next item
};

}  // namespace broadsheet::bulk
