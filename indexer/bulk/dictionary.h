// One inverter's map from a key to the records gathered under it.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/record.h"

namespace broadsheet::bulk {

class Dictionary {
 public:
  struct Entry {
    std::string key;
    RecordBuffer records;
  };

  Dictionary();

  /// The hash that add() wants. Fetches what add() will look at, so that to
  /// announce some keys and then add them waits for memory less.
  std::uint32_t announce(std::string_view key) const;

  void add(std::string_view key, std::uint32_t hash, const Record& record);
  void add(std::string_view key, const Record& record) {
    add(key, announce(key), record);
  }

  /// All groups in key order; they live as long as the dictionary.
  std::vector<const Entry*> sorted() const;

  /// Bytes held, nearly.
  std::size_t memory() const { return memory_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< index + 1; 0: free
  };

  Entry& find_or_add(std::string_view key, std::uint32_t hash);
  void grow();

  std::vector<Slot> slots_;  ///< open addressing; a power of two
  std::deque<Entry> entries_;
  std::size_t memory_ = 0;
};

}  // namespace broadsheet::bulk
