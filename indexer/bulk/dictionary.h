// One inverter's map from a key to the records gathered under it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/string_table.h"
#include "indexer/bulk/record_chain.h"

namespace broadsheet::bulk {

class Dictionary {
 public:
  /// `memory` outlives the dictionary and holds its records.
  explicit Dictionary(RecordMemory& memory) : memory_(memory) {}

  /// As of a StringTable.
  std::uint32_t announce(std::string_view key) const {
    return keys_.announce(key);
  }

  void add(std::string_view key, std::uint32_t hash, const Record& record) {
    const auto number = keys_.number_of(key, hash);
    if (number == chains_.size()) chains_.emplace_back();
    chains_[number].add(memory_, record);
  }
  void add(std::string_view key, const Record& record) {
    add(key, announce(key), record);
  }

  /// Calls visit(key, records), in key order.
  void for_each(auto visit) const {
    for (const auto number : keys_.sorted())
      visit(keys_[number], chains_[number]);
  }

  /// Bytes held, but for the records.
  std::size_t memory() const {
    return keys_.memory() + chains_.capacity() * sizeof(RecordChain);
  }

 private:
  RecordMemory& memory_;
  StringTable keys_;
  std::vector<RecordChain> chains_;  ///< by key
};

}  // namespace broadsheet::bulk
