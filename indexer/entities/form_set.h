// A fixed set of words of a story, known by their forms as WordSet knows them
// by their letters.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "indexer/entities/hash.h"
#include "indexer/entities/story.h"
#include "indexer/entities/word_set.h"

namespace broadsheet {

class FormSet {
 public:
  /// `words` are parted by single spaces and folded.
  explicit FormSet(std::string_view words) {
    each_word(words,
              [this](std::string_view word) { forms_.insert(hash_of(word)); });
  }

  bool has(const StoryWord& word) const { return forms_.contains(word.form); }

 private:
  std::unordered_set<std::uint64_t> forms_;
};

}  // namespace broadsheet
