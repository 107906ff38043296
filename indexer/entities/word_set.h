// A set of folded words from a table that a reader can read.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/hash.h"

namespace broadsheet {

/// Calls visit(word) for words that are separated by single spaces.
void each_word(std::string_view words, auto visit) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    visit(words.substr(0, end));
    words.remove_prefix(end == words.npos ? words.size() : end + 1);
  }
}

/// An open table of the words' hashes, which are as good as the words.
class WordSet {
 public:
  /// `words` are separated by single spaces.
  explicit WordSet(std::string_view words) {
    std::size_t count = 0;
    each_word(words, [&](std::string_view) { ++count; });
    slots_.resize(std::bit_ceil(2 * count + 1));
    each_word(words, [this](std::string_view word) {
      const std::uint64_t hash = hash_of(word);
      slots_[place_of(hash)] = hash;
    });
  }

  bool has(std::string_view word) const { return has(hash_of(word)); }
  /// By hash_of() the word; that of no word at all is 0, as a free slot.
  bool has(std::uint64_t hash) const {
    return hash != 0 && slots_[place_of(hash)] == hash;
  }

 private:
  // Where the hash stands or would stand.
  std::size_t place_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & mask;
    return at;
  }

  std::vector<std::uint64_t> slots_;
};

}  // namespace broadsheet
