// One glass table, written once from front to back in key order.
// A table is a B-tree in a file of blocks (block.h). A tag that is too long for
// one item is split into components.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/output_file.h"

namespace broadsheet::bulk {

inline constexpr std::uint32_t kDefaultBlockSize = 8192;

/// The revision a bulk-written database carries in its blocks and its version
/// file.
inline constexpr std::uint32_t kRevision = 1;

/// What the version file says of a table. A table without blocks has no file.
struct TableRoot {
  std::uint32_t root = 0;
  std::uint32_t levels = 0;  ///< above the leaves
  std::uint32_t blocks = 0;
  std::uint64_t entries = 0;
};

class BtreeWriter {
 public:
  /// Creates the file at the first entry; block_size: a power of two from
  /// 2,048 to 65,536.
  BtreeWriter(std::string path, std::uint32_t block_size, Sync sync);
  ~BtreeWriter();

  /// Keys, of 1 to 255 bytes, must rise; throws Error if one does not.
  /// `compressed` says that the tag is a raw deflate stream.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  /// Makes the file even for no entries.
  void create();

  TableRoot finish();

 private:
  class Block;

  void add_leaf_item(std::string_view key, std::uint32_t component,
                     std::string_view tag, unsigned flags);
  void add_branch_item(std::size_t level, std::string_view key,
                       std::uint32_t component, std::uint32_t child);
  void next_block(std::size_t level, std::string_view separator,
                  std::uint32_t component);
  void write_block(std::size_t level);
  std::size_t component_size(std::size_t head, std::size_t tag_size) const;

  std::string path_;
  std::uint32_t block_size_;
  Sync sync_;
  std::size_t max_item_;
  std::unique_ptr<OutputFile> file_;
  std::vector<Block> open_;    ///< the block being filled, for each level
  std::string_view last_key_;  ///< where it was written, in the open leaf
  TableRoot root_;
};

}  // namespace broadsheet::bulk
