// The postlist table's two kinds of lists, cut into chunks of some 2,000 bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/btree_writer.h"

namespace broadsheet::bulk {

/// A term's documents, or all documents with their lengths. The first chunk
/// says how many there are, so a list is held until it ends: two or three bytes
/// a document.
class PostingListWriter {
 public:
  explicit PostingListWriter(BtreeWriter& table) : table_(table) {}

  /// Docids rise.
  void add(std::uint32_t docid, std::uint64_t wdf);

  bool empty() const { return chunks_.empty(); }

  /// Writes a term's list under its key.
  void finish_term(std::string_view key);

  /// Writes the list of document lengths: its two totals are never looked at.
  void finish_lengths(std::string_view key);

 private:
  struct Chunk {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::size_t begin = 0;  ///< in bytes_
  };

  void finish(std::string_view key, std::uint64_t frequency,
              std::uint64_t total, bool closing_zero);

  BtreeWriter& table_;
  std::vector<Chunk> chunks_;
  std::string bytes_;     ///< and room for more
  std::size_t size_ = 0;  ///< bytes of the list
  std::uint64_t frequency_ = 0;
  std::uint64_t total_ = 0;  ///< of wdfs
  std::string key_, tag_;    // scratch
};

/// The values of one slot.
class ValueListWriter {
 public:
  explicit ValueListWriter(BtreeWriter& table) : table_(table) {}

  /// `key`: the group's. Docids rise; values are not empty.
  void add(std::string_view key, std::uint32_t docid, std::string_view value);
  void finish();

 private:
  BtreeWriter& table_;
  std::string key_;
  std::string tag_;
  std::uint32_t last_ = 0;
};

}  // namespace broadsheet::bulk
