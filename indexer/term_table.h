// Where the terms of one document are gathered, in whatever order they come.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/string_table.h"
#include "indexer/term_list.h"

namespace broadsheet {

/// Keeps its memory from document to document.
class TermTable {
 public:
  using Number = StringTable::Number;

  Number number_of(std::string_view term) {
    const Number number = terms_.number_of(term);
    if (number == uses_.size()) uses_.emplace_back();
    return number;
  }
  void count(Number term, std::uint32_t wdf) { uses_[term].wdf += wdf; }
  void post(Number term, Position position, std::uint32_t wdf) {
    count(term, wdf);
    postings_.push_back({term, position});
  }

  /// The terms in byte order, each once, their positions in order, each once.
  /// The table is empty then.
  TermList take();

 private:
  struct Use {
    std::uint32_t wdf = 0;
    std::uint32_t end = 0;  ///< of its positions, among all
  };
  struct Posting {
    Number term;
    Position position;
  };

  void gather_positions();

  StringTable terms_;
  std::vector<Use> uses_;  ///< by term
  std::vector<Posting> postings_;
  std::vector<Position> positions_;  ///< term by term
};

}  // namespace broadsheet
