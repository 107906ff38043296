// A linear-chain conditional random field over hashed rows of weights, trained
// by FTRL-proximal (McMahan et al. 2013).
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "indexer/entities/label_scheme.h"

namespace broadsheet {

/// One word of a sequence: the rows that are active, and its label.
struct CrfWord {
  std::vector<std::uint32_t> rows;
  std::vector<float> base;  ///< kLanes scores given beforehand, or none
  std::uint8_t label = 0;
};

class Crf {
 public:
  struct Options {
    float alpha = 0.05F;
    float l1 = 0.7F;
    float l2 = 0.0F;
    float beta = 1.0F;
  };

  Crf(std::size_t rows, const Options& options);

  /// One step on one sequence; with `fixed_transitions` they stay as they are.
  /// Returns the loss.
  double learn(std::span<const CrfWord> words, bool fixed_transitions = false);

  /// rows * kLanes weights; (kLanes + 1) * kLanes transitions, the last row
  /// from before the sequence.
  const std::vector<float>& weights() const { return rows_.w; }
  const std::vector<float>& transitions() const { return transitions_.w; }
  void set_transitions(const std::vector<float>& w) { transitions_.w = w; }

 private:
  struct Weights {
    std::vector<float> w, z, n;
    explicit Weights(std::size_t size) : w(size), z(size), n(size) {}
  };
  using Lanes = float[kLanes];

  void score(std::span<const CrfWord> words);
  double forward();
  void backward();
  void update(Weights& weights, std::size_t at, const float* gradient,
              float l1) const;
  void update_transitions(std::span<const CrfWord> words);

  Options options_;
  Weights rows_;
  Weights transitions_;
  struct Cell {
    Lanes score, alpha, beta, psi;
    double scale;
  };
  std::vector<Cell> cells_;
  Lanes step_[kLanes + 1];  ///< exp of the transitions, 0 if not allowed
};

}  // namespace broadsheet
