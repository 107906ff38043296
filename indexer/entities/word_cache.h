// Remembers, for each word met, what is known of it and the sums of its rows.
// It saves time only: results do not depend on what is in it.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "indexer/entities/model.h"
#include "indexer/entities/region_finder.h"
#include "indexer/entities/scores.h"

namespace broadsheet {

/// A word and its scores.
struct ScoredWord : WordTraits {
  std::array<Sum, kOffsets> seen_from;  ///< each offset, -kReach first
  Sum plain;                            ///< of its state in plain text
};

class WordCache final : public WordSource {
 public:
  explicit WordCache(const TaggerModel& model);

  void fetch(std::uint64_t key) const override;
  const ScoredWord& look_up(std::uint64_t key, std::string_view text,
                            TokenKind kind) override;
  bool make_room() override;

 private:
  struct Slot {
    std::uint64_t key = 0;
    const ScoredWord* word = nullptr;
  };
  static constexpr std::size_t kSlots = std::size_t{1} << 16;
  static constexpr std::size_t kMost = 40000;  ///< words, about 10 MB

  static const ScoredWord& fetched(const ScoredWord& word);
  ScoredWord scored(std::string_view text, TokenKind kind) const;

  const TaggerModel& model_;
  std::vector<Slot> slots_;
  std::deque<ScoredWord> words_;
};

}  // namespace broadsheet
