// A fixed set of words of a story, known by their forms as WordSet knows them
// by their letters.
#pragma once

#include <string_view>

#include "indexer/entities/story.h"
#include "indexer/entities/word_set.h"

namespace broadsheet {

class FormSet {
 public:
  /// `words` are parted by single spaces and folded.
  explicit FormSet(std::string_view words) : forms_(words) {}

  bool has(const StoryWord& word) const { return forms_.has(word.form); }

 private:
  WordSet forms_;
};

}  // namespace broadsheet
