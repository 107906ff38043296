// The terms of one document, in few pieces of memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/analysis.h"
#include "common/text/string_table.h"

namespace broadsheet {

/// A term of one document: positions rise and are distinct; a boolean has
/// neither wdf nor positions.
struct IndexTerm {
  std::string_view term;
  std::uint32_t wdf = 0;
  std::span<const Position> positions;
};

/// Terms in the order they were added, each once. What it shows lives as long
/// as it does and nothing is added to it or to its vocabulary.
class TermList {
 public:
  using Number = StringTable::Number;
  /// Numbers the terms of many documents.
  using Vocabulary = std::shared_ptr<StringTable>;

  /// Of no terms.
  TermList() = default;
  explicit TermList(Vocabulary vocabulary)
      : vocabulary_(std::move(vocabulary)) {}

  /// Of so many terms, to be placed among `positions`.
  TermList(Vocabulary vocabulary, std::vector<Position> positions,
           std::size_t terms)
      : vocabulary_(std::move(vocabulary)), positions_(std::move(positions)) {
    entries_.reserve(terms);
  }

  /// A term whose positions, in whatever order, are those from `begin` to
  /// `end` among all that the list was made with.
  void place(Number term, std::uint32_t wdf, std::uint32_t begin,
             std::uint32_t end) {
    const auto positions = std::span(positions_).subspan(begin, end - begin);
    entries_.push_back({term, wdf, begin, set_in_order(positions)});
  }

  void add(Number term, std::uint32_t wdf,
           std::span<const Position> positions) {
    const auto begin = static_cast<std::uint32_t>(positions_.size());
    positions_.insert(positions_.end(), positions.begin(), positions.end());
    entries_.push_back(
        {term, wdf, begin, static_cast<std::uint32_t>(positions.size())});
  }
  void add(std::string_view term, std::uint32_t wdf,
           std::span<const Position> positions) {
    add(vocabulary_->number_of(term), wdf, positions);
  }

  void reserve(std::size_t terms, std::size_t positions) {
    entries_.reserve(terms);
    positions_.reserve(positions);
  }

  /// In byte order.
  void sort() {
    std::ranges::sort(entries_, {}, [this](const Entry& entry) {
      return (*vocabulary_)[entry.term];
    });
  }

  std::size_t size() const { return entries_.size(); }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  Number number(std::size_t n) const { return entries_[n].term; }

  IndexTerm operator[](std::size_t n) const {
    const auto& [term, wdf, begin, count] = entries_[n];
    return {(*vocabulary_)[term], wdf, {positions_.data() + begin, count}};
  }

  class Iterator {
   public:
    Iterator(const TermList& list, std::size_t at) : list_(&list), at_(at) {}
    IndexTerm operator*() const { return (*list_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const TermList* list_;
    std::size_t at_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  /// Bytes held, but for the vocabulary.
  std::size_t memory() const {
    return positions_.capacity() * sizeof(Position) +
           entries_.capacity() * sizeof(Entry);
  }

 private:
  struct Entry {
    Number term;
    std::uint32_t wdf;
    std::uint32_t begin;  ///< of its positions, among all
    std::uint32_t count;
  };

  /// Sorts them and takes out what comes twice; how many are left.
  static std::uint32_t set_in_order(std::span<Position> positions) {
    auto end = positions.end();
    if (std::ranges::adjacent_find(positions, std::greater_equal<>()) != end) {
      std::ranges::sort(positions);
      end = std::unique(positions.begin(), positions.end());
    }
    return static_cast<std::uint32_t>(end - positions.begin());
  }

  Vocabulary vocabulary_;
  std::vector<Position> positions_;
  std::vector<Entry> entries_;
};

}  // namespace broadsheet
