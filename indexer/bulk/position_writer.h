// The entries of the position table, added to it by another thread than the one
// that merges.
#pragma once

#include <cstdint>
#include <future>
#include <string>
#include <string_view>

#include "indexer/bulk/btree_writer.h"

namespace broadsheet::bulk {

class PositionWriter {
 public:
  /// std::launch::deferred: this thread adds them, too.
  PositionWriter(BtreeWriter& table, std::launch thread);

  /// `key`: the term's in the table of postings; valid until the next.
  void begin_term(std::string_view key) {
    term_ = key;
    given_term_ = false;
  }

  /// Docids rise. What cannot be written is thrown here, or later.
  void add(std::uint64_t docid, std::string_view positions);

  /// The table is whole then.
  void finish();

 private:
  void hand_over();
  void write();

  BtreeWriter& table_;
  const std::launch thread_;
  std::string_view term_;
  bool given_term_ = false;  ///< to the other thread
  // Entries: uint docid, string positions. A docid of 0: string term.
  std::string filling_, given_;
  std::size_t filled_ = 0, given_size_ = 0;  ///< bytes of them
  std::string key_;            ///< the other thread's, from here on
  std::size_t term_size_ = 0;  ///< of it
  std::future<void> writing_;  ///< last: it uses the rest
};

}  // namespace broadsheet::bulk
