#include "indexer/entities/decoder.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr std::int32_t kImpossible = -(1 << 30);

struct Predecessors {
  std::uint8_t count = 0;
  std::array<std::uint8_t, kLabelCount> labels{};
};

constexpr auto make_predecessors() {
  std::array<Predecessors, kLabelCount> result{};
  for (std::size_t to = 0; to < kLabelCount; ++to) {
    for (std::size_t from = 0; from < kLabelCount; ++from) {
      if (!follows(kLabels[from], kLabels[to])) continue;
      result[to].labels[result[to].count++] = static_cast<std::uint8_t>(from);
    }
  }
  return result;
}
constexpr auto kPredecessors = make_predecessors();

}  // namespace

void Decoder::decode(std::span<const Sum> scores,
                     std::span<std::uint8_t> labels) {
  came_from_.resize(scores.size() * kLanes);
  const std::int16_t* opening = model_.transitions(kLanes);
  for (std::size_t y = 0; y < kLabelCount; ++y) {
    best_[y] = may_open(kLabels[y]) ? scores[0][y] + opening[y] : kImpossible;
  }
  for (std::size_t i = 1; i < scores.size(); ++i) step(scores[i], i);
  std::size_t label = kOutsideLabel;
  for (std::size_t y = 0; y < kLabelCount; ++y) {
    if (may_close(kLabels[y]) && best_[y] > best_[label]) label = y;
  }
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[i] = static_cast<std::uint8_t>(label);
    label = came_from_[i * kLanes + label];
  }
}

void Decoder::step(const Sum& scores, std::size_t at) {
  std::int32_t next[kLanes];
  for (std::size_t y = 0; y < kLabelCount; ++y) {
    const Predecessors& before = kPredecessors[y];
    std::int32_t best = kImpossible;
    std::uint8_t from = before.labels[0];
    for (std::size_t k = 0; k < before.count; ++k) {
      const std::uint8_t x = before.labels[k];
      const std::int32_t value = best_[x] + model_.transitions(x)[y];
      if (value > best) {
        best = value;
        from = x;
      }
    }
    next[y] = std::max(best + scores[y], kImpossible);
    came_from_[at * kLanes + y] = from;
  }
  std::copy(next, next + kLabelCount, best_);
}

}  // namespace broadsheet
