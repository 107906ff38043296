#include "indexer/term_table.h"

#include <span>
#include <utility>

namespace broadsheet {
TermList TermTable::take() {
  TermList list(terms_, gathered_positions(), used_.size());
  std::uint32_t begin = 0;
  for (const Number term : used_) {
    const auto [document, wdf, end] = uses_[term];
    list.place(term, wdf, begin, end);
    begin = end;
  }
  used_.clear();
  posted_ = 0;
  if (++document_ == 0) {  // counted round: none is of the documents to come
    uses_.assign(uses_.size(), {});
    document_ = 1;
  }
  return list;
}

void TermTable::forget_terms() {
  terms_ = std::make_shared<StringTable>(terms_->size());
  uses_.clear();
  document_ = 1;
}

/// The first that the document has of the term.
void TermTable::begin(Use& use, Number term) {
  use = {document_, 0, 0};
  used_.push_back(term);
}

/// Each term's side by side; one's end where the next one's begin.
std::vector<Position> TermTable::gathered_positions() {
  std::uint32_t begin = 0;
  for (const Number term : used_)
    begin += std::exchange(uses_[term].end, begin);
  std::vector<Position> positions(posted_);
  for (const auto& [term, position] : std::span(postings_).first(posted_))
    positions[uses_[term].end++] = position;
  return positions;
}

}  // namespace broadsheet
