#include "indexer/entities/train/model_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "indexer/entities/model.h"
#include "indexer/entities/scores.h"

namespace broadsheet {
namespace {

constexpr std::size_t kHeaderSize = 4096;
constexpr std::size_t kAlignment = 64;

template <class Integer>
std::string integers(const std::vector<float>& weights, float limit) {
  std::string bytes;
  bytes.reserve(weights.size() * sizeof(Integer));
  for (const float w : weights) {
    const float scaled = std::clamp(std::round(w * kScale), -limit, limit);
    const auto value = static_cast<Integer>(scaled);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  return bytes;
}

template <class T>
std::string raw(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

}  // namespace

std::string model_bytes(const TrainedWeights& weights,
                        const Lexicon::Tables& lexicon,
                        const std::string& notes) {
  const std::pair<const char*, std::string> sections[] = {
      {"rows", integers<std::int8_t>(weights.rows, kMostScore)},
      {"document_rows",
       integers<std::int8_t>(weights.document_rows, kMostScore)},
      {"transitions", integers<std::int16_t>(weights.transitions, 4000)},
      {"word_keys", raw(lexicon.word_keys)},
      {"word_kinds", raw(lexicon.word_kinds)},
      {"kinds", raw(lexicon.kinds)},
      {"phrase_keys", raw(lexicon.phrase_keys)},
      {"phrase_classes", raw(lexicon.phrase_classes)},
  };
  std::string header = fmt::format("{}\n{}", kModelMagic, notes);
  std::size_t offset = kHeaderSize;
  std::string body;
  for (const auto& [name, bytes] : sections) {
    header += fmt::format("section {} {} {}\n", name, offset, bytes.size());
    body += bytes;
    body.resize((body.size() + kAlignment - 1) / kAlignment * kAlignment);
    offset = kHeaderSize + body.size();
  }
  header += '\n';
  header.resize(kHeaderSize);
  return header + body;
}

}  // namespace broadsheet
