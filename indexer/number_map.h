// Numbers by string, for very many strings: in few pieces of memory, without
// one for each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/string_table.h"

namespace broadsheet {

class NumberMap {
 public:
  /// 0 for a string that has none.
  std::uint32_t of(std::string_view key) const {
    const auto place = keys_.find(key);
    return place ? numbers_[*place] : 0;
  }

  /// 0 takes the number away.
  void set(std::string_view key, std::uint32_t number) {
    const auto place = keys_.number_of(key);
    if (place == numbers_.size()) numbers_.push_back(0);
    size_ += (number != 0) - (numbers_[place] != 0);
    numbers_[place] = number;
  }

  /// How many strings have a number.
  std::size_t size() const { return size_; }

  /// Calls visit(key, number) for those, in the order the keys were first set.
  void for_each(auto visit) const {
    for (StringTable::Number place = 0; place < numbers_.size(); ++place)
      if (numbers_[place] != 0) visit(keys_[place], numbers_[place]);
  }

 private:
  StringTable keys_;
  std::vector<std::uint32_t> numbers_;  ///< by key
  std::size_t size_ = 0;
};

}  // namespace broadsheet
