// Counts of 64-bit numbers. Each is given a small one, its index, in the order
// they are met, so that what is counted often lies close together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet {

struct NumberCount {
  std::uint64_t number;
  std::uint32_t stories = 0;
  bool named = false;  ///< of a place: by itself, not as one that contains it
};

class NumberCounts {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  NumberCounts() : table_(kLeast, kNone) {}

  std::size_t size() const { return counts_.size(); }
  NumberCount& operator[](std::uint32_t index) { return counts_[index]; }
  auto begin() const { return counts_.begin(); }
  auto end() const { return counts_.end(); }

  /// Asks the memory for what add() of the number will look at.
  void prefetch(std::uint64_t number) const {
    __builtin_prefetch(&table_[hash_of(number)]);
  }

  /// The index of a number, which is added if it is new.
  std::uint32_t add(std::uint64_t number) {
    const auto place = place_of(number);
    if (table_[place] != kNone) return table_[place];
    const auto index = static_cast<std::uint32_t>(size());
    table_[place] = index;
    counts_.push_back({number});
    if (size() * 2 > table_.size()) grow();
    return index;
  }

  /// kNone for a number that was never added.
  std::uint32_t find(std::uint64_t number) const {
    return table_[place_of(number)];
  }

 private:
  static constexpr std::size_t kLeast = 1024;

  std::size_t hash_of(std::uint64_t number) const {
    return (number * 0x9E3779B97F4A7C15u >> 32) & (table_.size() - 1);
  }

  /// Where in the table the number is, or would be.
  std::size_t place_of(std::uint64_t number) const {
    const auto last = table_.size() - 1;
    auto place = hash_of(number);
    while (table_[place] != kNone && counts_[table_[place]].number != number)
      place = (place + 1) & last;
    return place;
  }

  void grow() {
    table_.assign(table_.size() * 4, kNone);
    for (std::uint32_t index = 0; index < size(); ++index)
      table_[place_of(counts_[index].number)] = index;
  }

  std::vector<NumberCount> counts_;
  /// Indexes by hash (Knuth's multiplicative), open addressing; the size is a
  /// power of two, at least twice the numbers.
  std::vector<std::uint32_t> table_;
};

}  // namespace broadsheet
