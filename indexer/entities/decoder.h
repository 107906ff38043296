// Finds the best sequence of labels for a region.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/model.h"
#include "indexer/entities/scores.h"
#include "indexer/entities/story.h"

namespace broadsheet {

class Decoder {
 public:
  explicit Decoder(const TaggerModel& model);

  /// Labels as many words, one at least, as there are sums of scores. Of equal
  /// sequences the one with the lower labels at its end wins.
  void decode(std::span<const Sum> scores, std::span<std::uint8_t> labels);

  /// Labels the words of regions, each by itself, as many as there are sums.
  void label(std::span<const Sum> scores, std::span<StoryWord> words);

 private:
  /// One number a label, four at a time: label % 4 is its part of a name,
  /// label / 4 the name's kind.
  using Quad [[gnu::vector_size(16)]] = std::int32_t;
  struct Quads {
    Quad part[4] = {};

    std::int32_t operator[](std::size_t label) const {
      return part[label % 4][label / 4];
    }
  };
  /// To the labels that may stand after all that may close.
  struct Opening {
    Quad unit;
    Quad begin;
  };
  /// From the labels of the same kind.
  struct Continuing {
    Quad begin;
    Quad inside;
  };

  static std::int32_t coded(std::int32_t score, std::size_t label);
  static std::size_t label_in(std::int32_t sum);
  static Quad greater(Quad a, Quad b) { return a > b ? a : b; }
  template <std::size_t kLabel>
  static Quad spread(const Quads& best);
  static void add(const Sum& scores, Quads& best);
  std::size_t last_label(const Quads& best) const;
  Quads step(const Quads& best) const;

  Quads start_;
  Opening opening_[kLanes];  ///< by the label before
  Continuing inside_;
  Continuing last_;
  Quads closing_;
  std::vector<Quads> reached_;  ///< by word, with the label that it came from
  std::vector<std::uint8_t> labels_;
};

}  // namespace broadsheet
