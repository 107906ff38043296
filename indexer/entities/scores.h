// Sixteen scores at a time: rows of the model, and their sums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "indexer/entities/label_scheme.h"

namespace broadsheet {

using HalfSum [[gnu::vector_size(kLanes)]] = std::int16_t;

/// The highest score of a row, or the lowest without its sign: two such rows
/// can be added up as bytes.
inline constexpr int kMostScore = INT8_MAX / 2;

/// A sum of rows, one score a label, those of even labels apart: so they lie in
/// the two halves of a row's 16-bit numbers. Up to 250 rows cannot overflow it.
struct Sum {
  HalfSum even = {};
  HalfSum odd = {};

  std::int16_t operator[](std::size_t label) const {
    return (label % 2 == 0 ? even : odd)[label / 2];
  }
  Sum& operator+=(const Sum& other) {
    even += other.even;
    odd += other.odd;
    return *this;
  }
  void add(const std::int8_t* row) { add(loaded(row)); }
  void add(const std::int8_t* one, const std::int8_t* other) {
    add(loaded(one) + loaded(other));
  }

 private:
  using Row [[gnu::vector_size(kLanes)]] = std::int8_t;

  static Row loaded(const std::int8_t* row) {
    Row scores;
    std::memcpy(&scores, row, sizeof scores);
    return scores;
  }
  void add(Row row) {
    const auto pairs = reinterpret_cast<HalfSum>(row);
    even += pairs << 8 >> 8;
    odd += pairs >> 8;
  }
};

}  // namespace broadsheet
