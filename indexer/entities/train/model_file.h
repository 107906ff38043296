// Writes a model: floats become the integers the tagger adds up.
#pragma once

#include <string>
#include <vector>

#include "indexer/entities/lexicon.h"

namespace broadsheet {

struct TrainedWeights {
  std::vector<float> rows;
  std::vector<float> document_rows;
  std::vector<float> transitions;
};

/// The scale of the integers: weights beyond 127 / kScale are cut.
inline constexpr float kScale = 40.0F;

/// The bytes of a model file. `notes` are the header's lines on sources.
std::string model_bytes(const TrainedWeights& weights,
                        const Lexicon::Tables& lexicon,
                        const std::string& notes);

}  // namespace broadsheet
