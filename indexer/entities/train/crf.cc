#include "indexer/entities/train/crf.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {
namespace {

constexpr float kSure = 0.002F;

}  // namespace

Crf::Crf(std::size_t rows, const Options& options)
    : options_(options),
      rows_(rows * kLanes),
      transitions_((kLanes + 1) * kLanes) {}

double Crf::learn(std::span<const CrfWord> words, bool fixed_transitions) {
  score(words);
  double loss = forward();
  backward();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Cell& cell = cells_[i];
    const std::uint8_t gold = words[i].label;
    const float* from =
        transitions_.w.data() + (i == 0 ? kLanes : words[i - 1].label) * kLanes;
    loss -=
        static_cast<double>(cell.score[gold]) + static_cast<double>(from[gold]);
    float gradient[kLanes] = {};
    for (std::size_t y = 0; y < kLabelCount; ++y) {
      gradient[y] = cell.alpha[y] * cell.beta[y];
    }
    gradient[gold] -= 1.0F;
    // What is known for sure teaches nothing, and most words soon are.
    if (std::fabs(gradient[gold]) < kSure) continue;
    for (const std::uint32_t row : words[i].rows) {
      update(rows_, row * kLanes, gradient, options_.l1);
    }
  }
  if (!fixed_transitions) update_transitions(words);
  return loss;
}

void Crf::score(std::span<const CrfWord> words) {
  cells_.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    Cell& cell = cells_[i];
    for (std::size_t y = 0; y < kLanes; ++y) {
      cell.score[y] = words[i].base.empty() ? 0.0F : words[i].base[y];
    }
    for (const std::uint32_t row : words[i].rows) {
      const float* w = rows_.w.data() + row * kLanes;
      for (std::size_t y = 0; y < kLanes; ++y) cell.score[y] += w[y];
    }
  }
  for (std::size_t from = 0; from <= kLanes; ++from) {
    for (std::size_t to = 0; to < kLanes; ++to) {
      const bool real =
          to < kLabelCount && (from == kLanes || from < kLabelCount);
      const bool allowed =
          real && (from == kLanes ? may_open(kLabels[to])
                                  : follows(kLabels[from], kLabels[to]));
      step_[from][to] =
          allowed ? std::exp(transitions_.w[from * kLanes + to]) : 0.0F;
    }
  }
}

// Scaled so that each alpha sums to one; returns the log of the partition sum.
double Crf::forward() {
  double log_sum = 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Cell& cell = cells_[i];
    const float top = *std::max_element(cell.score, cell.score + kLabelCount);
    float sum = 0;
    for (std::size_t y = 0; y < kLanes; ++y) {
      cell.psi[y] = y < kLabelCount ? std::exp(cell.score[y] - top) : 0.0F;
      float reach = i == 0 ? step_[kLanes][y] : 0.0F;
      for (std::size_t x = 0; i > 0 && x < kLabelCount; ++x) {
        reach += cells_[i - 1].alpha[x] * step_[x][y];
      }
      cell.alpha[y] = reach * cell.psi[y];
      if (i + 1 == cells_.size() && y < kLabelCount && !may_close(kLabels[y])) {
        cell.alpha[y] = 0;
      }
      sum += cell.alpha[y];
    }
    sum = std::max(sum, 1e-30F);
    for (float& a : cell.alpha) a /= sum;
    cell.scale = sum;
    log_sum += std::log(static_cast<double>(sum)) + static_cast<double>(top);
  }
  return log_sum;
}

void Crf::backward() {
  const std::size_t n = cells_.size();
  for (std::size_t y = 0; y < kLanes; ++y) {
    cells_[n - 1].beta[y] =
        y < kLabelCount && may_close(kLabels[y]) ? 1.0F : 0.0F;
  }
  for (std::size_t i = n - 1; i-- > 0;) {
    const Cell& next = cells_[i + 1];
    const auto scale = static_cast<float>(next.scale);
    for (std::size_t x = 0; x < kLanes; ++x) {
      float sum = 0;
      for (std::size_t y = 0; x < kLabelCount && y < kLabelCount; ++y) {
        sum += step_[x][y] * next.psi[y] * next.beta[y];
      }
      cells_[i].beta[x] = sum / scale;
    }
  }
}

void Crf::update(Weights& weights, std::size_t at, const float* gradient,
                 float l1) const {
  float* w = weights.w.data() + at;
  float* z = weights.z.data() + at;
  float* n = weights.n.data() + at;
  for (std::size_t y = 0; y < kLanes; ++y) {
    const float g = gradient[y];
    const float root = std::sqrt(n[y]);
    n[y] += g * g;
    const float next_root = std::sqrt(n[y]);
    z[y] += g - (next_root - root) / options_.alpha * w[y];
    const float beyond = std::max(std::fabs(z[y]) - l1, 0.0F);
    const float rate =
        (options_.beta + next_root) / options_.alpha + options_.l2;
    w[y] = -std::copysign(beyond / rate, z[y]);
  }
}

void Crf::update_transitions(std::span<const CrfWord> words) {
  float gradient[kLanes + 1][kLanes] = {};
  for (std::size_t y = 0; y < kLabelCount; ++y) {
    gradient[kLanes][y] = cells_[0].alpha[y] * cells_[0].beta[y];
  }
  gradient[kLanes][words[0].label] -= 1.0F;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Cell& cell = cells_[i];
    const auto scale = static_cast<float>(cell.scale);
    for (std::size_t x = 0; x < kLabelCount; ++x) {
      for (std::size_t y = 0; y < kLabelCount; ++y) {
        gradient[x][y] += cells_[i - 1].alpha[x] * step_[x][y] * cell.psi[y] *
                          cell.beta[y] / scale;
      }
    }
    gradient[words[i - 1].label][words[i].label] -= 1.0F;
  }
  for (std::size_t x = 0; x <= kLanes; ++x) {
    update(transitions_, x * kLanes, gradient[x], 0.0F);
  }
}

}  // namespace broadsheet
