// The terms of one document, in few pieces of memory.
#pragma once

#include <cstdint>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/analysis.h"

namespace broadsheet {

/// A term of one document: positions rise and are distinct; a boolean has
/// neither wdf nor positions.
struct IndexTerm {
  std::string_view term;
  std::uint32_t wdf = 0;
  std::span<const Position> positions;
};

/// Terms in the order they were added. What it shows lives as long as it does
/// and nothing is added.
class TermList {
 public:
  void add(std::string_view term, std::uint32_t wdf,
           std::span<const Position> positions) {
    bytes_.insert(bytes_.end(), term.begin(), term.end());
    positions_.insert(positions_.end(), positions.begin(), positions.end());
    ends_.push_back({bytes_.size(), positions_.size(), wdf});
  }

  void reserve(std::size_t terms, std::size_t positions) {
    ends_.reserve(terms);
    positions_.reserve(positions);
  }

  std::size_t size() const { return ends_.size(); }

  IndexTerm operator[](std::size_t n) const {
    const End from = n == 0 ? End{} : ends_[n - 1], to = ends_[n];
    return {
        {bytes_.data() + from.bytes, to.bytes - from.bytes},
        to.wdf,
        {positions_.data() + from.positions, to.positions - from.positions}};
  }

  auto all() const {
    return std::views::iota(std::size_t{0}, size()) |
           std::views::transform([this](std::size_t n) { return (*this)[n]; });
  }

  bool operator==(const TermList&) const = default;

 private:
  /// Where a term's bytes and positions end; the next one's begin there.
  struct End {
    std::size_t bytes = 0;
    std::size_t positions = 0;
    std::uint32_t wdf = 0;
    bool operator==(const End&) const = default;
  };

  std::vector<char> bytes_;
  std::vector<Position> positions_;
  std::vector<End> ends_;
};

}  // namespace broadsheet
