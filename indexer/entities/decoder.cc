#include "indexer/entities/decoder.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr std::int32_t kImpossible = -(1 << 30);

struct LabelList {
  std::size_t count = 0;
  std::array<std::uint8_t, kLabelCount> labels{};

  constexpr void add(std::size_t label) {
    labels[count++] = static_cast<std::uint8_t>(label);
  }
  constexpr auto begin() const { return labels.begin(); }
  constexpr auto end() const { return labels.begin() + count; }
};

constexpr LabelList labels_that(auto wanted) {
  LabelList list;
  for (std::size_t label = 0; label < kLabelCount; ++label)
    if (wanted(kLabels[label])) list.add(label);
  return list;
}

// What does not go on with a name may stand after all that may close.
constexpr auto kOpening = labels_that(may_open);
constexpr auto kContinuing = labels_that(continues);
constexpr auto kClosing = labels_that(may_close);
constexpr auto kContinued = [] {
  std::array<LabelList, kLabelCount> before;
  for (const auto label : kContinuing)
    before[label] = labels_that(
        [&](WordLabel first) { return follows(first, kLabels[label]); });
  return before;
}();

}  // namespace

Decoder::Decoder(const TaggerModel& model) : model_(model), most_gained_(0) {
  for (const auto y : kOpening) {
    const auto [least, most] = std::ranges::minmax(
        kClosing, {}, [&](auto x) { return model_.transitions(x)[y]; });
    most_gained_ = std::max(most_gained_, model_.transitions(most)[y] -
                                              model_.transitions(least)[y]);
  }
}

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
  const auto take_best = [&](std::uint8_t y, const LabelList& before) {
    std::int32_t best = kImpossible;
    std::uint8_t from = before.labels[0];
    for (const auto x : before) {
      const std::int32_t value = best_[x] + model_.transitions(x)[y];
      if (value > best) {
        best = value;
        from = x;
      }
    }
    next[y] = std::max(best + scores[y], kImpossible);
    came_from_[at * kLanes + y] = from;
  };
  // Most labels are so far behind that nothing is won by coming from them.
  std::int32_t leader = kImpossible;
  for (const auto x : kClosing) leader = std::max(leader, best_[x]);
  LabelList near;
  for (const auto x : kClosing)
    if (best_[x] >= leader - most_gained_) near.add(x);
  for (const auto y : kOpening) take_best(y, near);
  for (const auto y : kContinuing) take_best(y, kContinued[y]);
  std::copy(next, next + kLabelCount, best_);
}

}  // namespace broadsheet
