#include "indexer/term_table.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace broadsheet {
namespace {

/// Sorts positions and takes out what comes twice; what is left.
std::span<const Position> set_in_order(std::span<Position> positions) {
  if (std::ranges::adjacent_find(positions, std::greater_equal<>()) ==
      positions.end())
    return positions;
  std::ranges::sort(positions);
  const auto more = std::ranges::unique(positions);
  return positions.first(positions.size() - more.size());
}

}  // namespace

TermList TermTable::take() {
  gather_positions();
  TermList list;
  list.reserve(terms_.size(), positions_.size());
  for (const Number number : terms_.sorted()) {
    const auto begin = number == 0 ? 0 : uses_[number - 1].end;
    list.add(terms_[number], uses_[number].wdf,
             set_in_order({positions_.begin() + begin,
                           positions_.begin() + uses_[number].end}));
  }
  terms_.clear();
  uses_.clear();
  postings_.clear();
  return list;
}

/// Lays each term's positions side by side; one's end where the next one's
/// begin.
void TermTable::gather_positions() {
  for (const Posting& posting : postings_) ++uses_[posting.term].end;
  std::uint32_t begin = 0;
  for (Use& use : uses_) begin += std::exchange(use.end, begin);
  positions_.resize(postings_.size());
  for (const auto& [term, position] : postings_)
    positions_[uses_[term].end++] = position;
}

}  // namespace broadsheet
