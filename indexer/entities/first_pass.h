// Reads text and labels each word by its own sentence alone.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/decoder.h"
#include "indexer/entities/story.h"
#include "indexer/entities/word_cache.h"

namespace broadsheet {

class FirstPass {
 public:
  explicit FirstPass(const TaggerModel& model)
      : model_(model),
        cache_(model),
        finder_(model.lexicon(), cache_),
        decoder_(model) {}

  /// Appends the labelled words of the regions and the scores they had.
  void read(std::string_view text, const std::vector<TaggerToken>& tokens,
            std::vector<StoryWord>& words, std::vector<Sum>& scores);

 private:
  Sum score(const Region& region, std::size_t i) const;

  const TaggerModel& model_;
  WordCache cache_;
  RegionFinder finder_;
  Decoder decoder_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace broadsheet
