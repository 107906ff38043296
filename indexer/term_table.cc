#include "indexer/term_table.h"

#include <algorithm>
#include <functional>
#include <span>

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
  TermList list(terms_);
  list.reserve(used_.size(), positions_.size());
  std::uint32_t begin = 0;
  for (const Number term : used_) {
    const auto [document, wdf, end] = uses_[term];
    list.add(
        term, wdf,
        set_in_order({positions_.begin() + begin, positions_.begin() + end}));
    begin = end;
  }
  used_.clear();
  postings_.clear();
  if (++document_ == 0) {  // counted round: none is of the documents to come
    uses_.assign(uses_.size(), {});
    document_ = 1;
  }
  return list;
}

void TermTable::forget_terms() {
  terms_ = std::make_shared<StringTable>();
  uses_.clear();
  document_ = 1;
}

/// Lays each term's positions side by side; one's end where the next one's
/// begin.
void TermTable::gather_positions() {
  std::uint32_t begin = 0;
  for (const Number term : used_)
    begin += std::exchange(uses_[term].end, begin);
  positions_.resize(postings_.size());
  for (const auto& [term, position] : postings_)
    positions_[uses_[term].end++] = position;
}

}  // namespace broadsheet
