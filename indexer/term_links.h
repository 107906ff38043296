// Terms that follow from other terms.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/term_table.h"

namespace broadsheet {

/// For each term's number another's.
class TermLinks {
 public:
  static constexpr TermTable::Number kUnknown = UINT32_MAX;

  /// kUnknown until it is set. Valid until it is asked for another.
  TermTable::Number& operator[](TermTable::Number term) {
    if (term >= numbers_.size()) numbers_.resize(term + 1, kUnknown);
    return numbers_[term];
  }

  /// Before the terms' numbers begin anew.
  void forget() { numbers_.clear(); }

 private:
  std::vector<TermTable::Number> numbers_;  ///< by term
};

}  // namespace broadsheet
