// Sixteen scores at a time: rows of the model, and their sums.
#pragma once

#include <cstdint>
#include <cstring>

#include "indexer/entities/label_scheme.h"

namespace broadsheet {

using Row [[gnu::vector_size(kLanes)]] = std::int8_t;
using HalfSum [[gnu::vector_size(kLanes)]] = std::int16_t;

/// A sum of rows, one score a label. Up to 250 rows cannot overflow it.
struct Sum {
  HalfSum low = {};
  HalfSum high = {};

  std::int16_t operator[](std::size_t label) const {
    return label < kLanes / 2 ? low[label] : high[label - kLanes / 2];
  }
  Sum& operator+=(const Sum& other) {
    low += other.low;
    high += other.high;
    return *this;
  }
  void add(const std::int8_t* row) {
    using HalfRow [[gnu::vector_size(kLanes / 2)]] = std::int8_t;
    HalfRow half;
    std::memcpy(&half, row, sizeof half);
    low += __builtin_convertvector(half, HalfSum);
    std::memcpy(&half, row + kLanes / 2, sizeof half);
    high += __builtin_convertvector(half, HalfSum);
  }
};

}  // namespace broadsheet
