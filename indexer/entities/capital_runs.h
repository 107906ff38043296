// Cuts the words of a text into the runs of capitals that may hold names:
// "Foreign Minister Sameh Shoukry", "Miguel de la Madrid", "Bank of England".
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/words.h"

namespace broadsheet {

/// How often a story writes a word small, and large inside a sentence.
class CaseCounts {
 public:
  void count(const std::vector<Word>& words);
  /// Is it rather a word that was large only where a sentence began?
  bool mostly_lower(std::string_view folded) const;
  bool ever_lower(std::string_view folded) const;

 private:
  struct Counts {
    unsigned lower = 0;
    unsigned capital = 0;
  };
  std::unordered_map<std::string_view, Counts> counts_;
};

/// Half-open word indices.
struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;

  std::size_t size() const { return last - first; }
};

/// May it have its capital from that alone?
bool opens_sentence(const Word& word);

/// Runs rise and do not overlap. The first word of one may be large only
/// because a sentence begins there.
std::vector<WordRange> capital_runs(const std::vector<Word>& words,
                                    const CaseCounts& cases);

}  // namespace broadsheet
