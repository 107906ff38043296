// Turns annotated texts into sequences for the field, through the same code
// that finds regions and features when the tagger runs.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/entities/region_finder.h"
#include "indexer/entities/story.h"
#include "indexer/entities/train/annotated.h"
#include "indexer/entities/train/crf.h"

namespace broadsheet {

/// Words with the rows of their features, by offset.
class TrainingWords final : public WordSource {
 public:
  TrainingWords(const Lexicon& lexicon, int row_shift)
      : lexicon_(lexicon), row_shift_(row_shift) {}

  struct Entry : WordTraits {
    std::array<std::vector<std::uint32_t>, kOffsets> rows;
    std::array<std::vector<std::uint32_t>, kOffsets> identity;
  };

  const Entry& look_up(std::uint64_t key, std::string_view text,
                       TokenKind kind) override;
  bool make_room() override { return false; }

 private:
  const Lexicon& lexicon_;
  int row_shift_;
  std::unordered_map<std::uint64_t, Entry> words_;
};

/// A word of a training sequence before identity features are dropped.
struct ExampleWord {
  std::array<const TrainingWords::Entry*, kOffsets> seen{};
  std::vector<std::uint32_t> context;
  std::uint8_t label = 0;
};
using Example = std::vector<ExampleWord>;

/// The label of each word that stands in a region, from the spans.
void set_gold(const AnnotatedText& text, const std::vector<TaggerToken>& tokens,
              std::vector<StoryWord>& words);

/// Appends the regions of a text.
void append_examples(const AnnotatedText& text, const Lexicon& lexicon,
                     TrainingWords& words, int row_shift,
                     std::vector<Example>& examples);

/// The sequence with the identity of each word dropped at random.
std::vector<CrfWord> with_dropout(const Example& example, double rate,
                                  std::mt19937_64& random);

}  // namespace broadsheet
