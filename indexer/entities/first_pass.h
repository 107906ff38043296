// Reads text and labels each word by its own sentence alone.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "indexer/entities/decoder.h"
#include "indexer/entities/rows_ahead.h"
#include "indexer/entities/story.h"
#include "indexer/entities/word_cache.h"

namespace broadsheet {

class FirstPass {
 public:
  explicit FirstPass(const TaggerModel& model)
      : cache_(model),
        finder_(model.lexicon(), cache_),
        rows_{RowsAhead(model), RowsAhead(model)},
        decoder_(model) {}

  /// Appends the labelled words of the regions and the scores they had.
  void read(std::string_view text, const std::vector<TaggerToken>& tokens,
            std::vector<StoryWord>& words, std::vector<Sum>& scores);

 private:
  void score(const Region& region, std::size_t i, std::vector<Sum>& scores);
  void add_rows(std::vector<Sum>& scores);

  WordCache cache_;
  RegionFinder finder_;
  std::array<RowsAhead, 2> rows_;  ///< of words in turn
  Decoder decoder_;
};

}  // namespace broadsheet
