#include "indexer/entities/decoder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace broadsheet {
namespace {

// Lower than any sum of a region's scores, even with some of them added; two
// such can be added up.
constexpr std::int32_t kImpossible = -(1 << 29);

constexpr auto kClosing = [] {
  constexpr auto kCount = std::ranges::count_if(kLabels, may_close);
  std::array<std::size_t, kCount> labels{};
  std::size_t count = 0;
  for (std::size_t label = 0; label < kLabelCount; ++label)
    if (may_close(kLabels[label])) labels[count++] = label;
  return labels;
}();

// Four labels a kind: the first two may open a region, the others go on from
// the second and the third.
static_assert([] {
  for (std::size_t y = 0; y < kLabelCount; ++y) {
    if (may_open(kLabels[y]) != (y % 4 < 2)) return false;
    for (std::size_t x = 0; x < kLabelCount && continues(kLabels[y]); ++x) {
      const bool before = x / 4 == y / 4 && (x % 4 == 1 || x % 4 == 2);
      if (follows(kLabels[x], kLabels[y]) != before) return false;
    }
  }
  return true;
}());

}  // namespace

// Sums leave room for a label, so that the greatest says where it came from.
std::int32_t Decoder::coded(std::int32_t score, std::size_t label) {
  return score * std::int32_t{kLanes} +
         static_cast<std::int32_t>(kLanes - 1 - label);
}

std::size_t Decoder::label_in(std::int32_t sum) {
  return ~static_cast<std::size_t>(sum) % kLanes;
}

Decoder::Decoder(const TaggerModel& model) {
  const auto transition = [&](std::size_t x, std::size_t y) {
    return coded(model.transitions(x)[y], x);
  };
  for (std::size_t kind = 0; kind < kLanes / 4; ++kind) {
    const std::size_t unit = 4 * kind, begin = unit + 1;
    const std::size_t inside = unit + 2, last = unit + 3;
    for (const std::size_t x : kClosing) {
      opening_[x].unit[kind] = transition(x, unit);
      opening_[x].begin[kind] = transition(x, begin);
    }
    inside_.begin[kind] = transition(begin, inside);
    inside_.inside[kind] = transition(inside, inside);
    last_.begin[kind] = transition(begin, last);
    last_.inside[kind] = transition(inside, last);
    const std::int16_t* start = model.transitions(kLanes);
    start_.part[0][kind] = start[unit] * std::int32_t{kLanes};
    start_.part[1][kind] = start[begin] * std::int32_t{kLanes};
    start_.part[2][kind] = start_.part[3][kind] = kImpossible;
  }
  for (Quad& part : closing_.part) part += kImpossible;
  for (const std::size_t label : kClosing)
    closing_.part[label % 4][label / 4] = coded(0, label);
}

void Decoder::decode(std::span<const Sum> scores,
                     std::span<std::uint8_t> labels) {
  if (reached_.size() < scores.size()) reached_.resize(scores.size());
  Quads best = start_;
  add(scores[0], best);
  for (std::size_t i = 1; i < scores.size(); ++i) {
    best = reached_[i] = step(best);
    for (Quad& part : best.part) part &= -std::int32_t{kLanes};
    add(scores[i], best);
  }
  std::size_t label = last_label(best);
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[i] = static_cast<std::uint8_t>(label);
    label = label_in(reached_[i][label]);
  }
}

void Decoder::label(std::span<const Sum> scores, std::span<StoryWord> words) {
  labels_.resize(words.size());
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].opens_region) ++end;
    decode(scores.subspan(begin, end - begin),
           std::span(labels_).subspan(begin, end - begin));
    begin = end;
  }
  for (std::size_t i = 0; i < words.size(); ++i) words[i].label = labels_[i];
}

void Decoder::add(const Sum& scores, Quads& best) {
  constexpr int kHalf = 16, kCode = std::countr_zero(kLanes);
  const auto even = std::bit_cast<Quad>(scores.even);
  const auto odd = std::bit_cast<Quad>(scores.odd);
  best.part[0] += even << kHalf >> (kHalf - kCode);
  best.part[1] += odd << kHalf >> (kHalf - kCode);
  best.part[2] += even >> kHalf << kCode;
  best.part[3] += odd >> kHalf << kCode;
}

template <std::size_t kLabel>
Decoder::Quad Decoder::spread(const Quads& best) {
  constexpr int kKind = kLabel / 4;
  const Quad part = best.part[kLabel % 4];
  return __builtin_shufflevector(part, part, kKind, kKind, kKind, kKind);
}

Decoder::Quads Decoder::step(const Quads& best) const {
  constexpr std::size_t kFirst = kClosing[0];
  Quad unit = spread<kFirst>(best) + opening_[kFirst].unit;
  Quad begin = spread<kFirst>(best) + opening_[kFirst].begin;
  const auto from = [&]<std::size_t kLabel>() {
    const Quad before = spread<kLabel>(best);
    unit = greater(unit, before + opening_[kLabel].unit);
    begin = greater(begin, before + opening_[kLabel].begin);
  };
  [&]<std::size_t... kNumber>(std::index_sequence<kNumber...>) {
    (from.template operator()<kClosing[kNumber + 1]>(), ...);
  }
  (std::make_index_sequence<kClosing.size() - 1>());
  const auto continued = [&](const Continuing& to) {
    return greater(best.part[1] + to.begin, best.part[2] + to.inside);
  };
  return {{unit, begin, continued(inside_), continued(last_)}};
}

std::size_t Decoder::last_label(const Quads& best) const {
  Quad greatest = best.part[0] + closing_.part[0];
  for (std::size_t part = 1; part < std::size(best.part); ++part)
    greatest = greater(greatest, best.part[part] + closing_.part[part]);
  return label_in(
      std::max({greatest[0], greatest[1], greatest[2], greatest[3]}));
}

}  // namespace broadsheet
