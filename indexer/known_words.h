// What the words of one language come to, for those met of late.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/analysis.h"
#include "indexer/term_table.h"

namespace broadsheet {

/// What one word comes to.
struct WordTerms {
  TermTable::Number word = 0;
  TermTable::Number stem = 0;  ///< the word's, if that has none
  std::uint64_t digest = 0;    ///< digest64() of the word
};

/// Remembers short words, in pairs whose place their bytes say: another takes
/// that of the one met longer ago. Small enough for the processor's cache.
class KnownWords {
 public:
  /// Null if it is not known. `prefix` is that of the word's terms; its first
  /// byte is kept behind the word.
  const WordTerms* find(std::string_view prefix, const PlainRun& word) {
    const Key key(word, prefix);
    auto& [latest, earlier] = pairs_[key.place()];
    if (latest.key == key) return &latest.terms;
    if (earlier.key != key) return nullptr;
    std::swap(latest, earlier);
    return &latest.terms;
  }

  /// Fetches from memory what find() will look at.
  void fetch(std::string_view prefix, const PlainRun& word) const {
    __builtin_prefetch(&pairs_[Key(word, prefix).place()]);
  }

  void add(std::string_view prefix, const PlainRun& word,
           const WordTerms& terms) {
    const Key key(word, prefix);
    auto& [latest, earlier] = pairs_[key.place()];
    earlier = std::exchange(latest, {key, terms});
  }

  /// Before the terms' numbers begin anew.
  void forget() { pairs_.assign(pairs_.size(), {}); }

 private:
  static constexpr int kPlaceBits = 12;

  class Key {
   public:
    Key() = default;
    Key(const PlainRun& word, std::string_view prefix) {
      // The byte behind the word is the highest of the second number.
      static_assert(std::endian::native == std::endian::little);
      std::memcpy(this, &word.folded, sizeof *this);
      if (!prefix.empty())
        back_ ^= static_cast<std::uint64_t>(prefix.front()) << 56;
    }
    bool operator==(const Key&) const = default;
    std::size_t place() const {
      return (front_ * 0x9e3779b97f4a7c15 + back_ * 0xbf58476d1ce4e5b9) >>
             (64 - kPlaceBits);
    }

   private:
    std::uint64_t front_ = 0, back_ = 0;
  };
  struct Entry {
    Key key;
    WordTerms terms;
  };
  struct alignas(64) Pair {
    Entry latest, earlier;
  };

  std::vector<Pair> pairs_ = std::vector<Pair>(std::size_t{1} << kPlaceBits);
};

}  // namespace broadsheet
