// Finds the best sequence of labels for a region.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/model.h"
#include "indexer/entities/scores.h"

namespace broadsheet {

class Decoder {
 public:
  explicit Decoder(const TaggerModel& model);

  /// Labels as many words as there are sums of scores. Of equal sequences the
  /// one with the lower labels at its end wins.
  void decode(std::span<const Sum> scores, std::span<std::uint8_t> labels);

 private:
  void step(const Sum& scores, std::size_t at);

  const TaggerModel& model_;
  std::int32_t most_gained_;  ///< by a change of the label that a name follows
  std::int32_t best_[kLanes] = {};
  std::vector<std::uint8_t> came_from_;
};

}  // namespace broadsheet
