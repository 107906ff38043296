// Finds names by rules: runs of capitalised words, the titles before them,
// word lists, the gazetteer, and what the rest of the story says of a word.
#pragma once

#include <string_view>

#include "indexer/entities/tagger.h"

namespace broadsheet {

class Gazetteer;

/// Linear in the text but for the gazetteer's own cost; any bytes are safe.
class RuleTagger {
 public:
  /// The gazetteer must outlive it.
  explicit RuleTagger(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  TaggedStory tag(std::string_view headline, std::string_view body) const;

 private:
  const Gazetteer& gazetteer_;
};

}  // namespace broadsheet
