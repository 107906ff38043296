// Rows of the model that lie far apart in memory: all are asked for before the
// first is needed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "indexer/entities/model.h"
#include "indexer/entities/scores.h"

namespace broadsheet {

class RowsAhead {
 public:
  explicit RowsAhead(const TaggerModel& model) : model_(model) {}

  /// For at most kMost features.
  void ask(std::uint64_t feature) {
    rows_[count_] = model_.row(feature);
    __builtin_prefetch(rows_[count_++]);
  }
  /// Adds all that has been asked for since it was last called.
  void add_to(Sum& sum) {
    if (count_ % 2 != 0) sum.add(rows_[count_ - 1]);
    for (std::size_t k = 0; k + 1 < count_; k += 2)
      sum.add(rows_[k], rows_[k + 1]);
    count_ = 0;
  }

 private:
  static constexpr std::size_t kMost = 64;

  const TaggerModel& model_;
  std::array<const std::int8_t*, kMost> rows_;
  std::size_t count_ = 0;
};

}  // namespace broadsheet
