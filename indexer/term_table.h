// Where the terms of one document are gathered, in whatever order they come.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/term_list.h"

namespace broadsheet {

/// Keeps its memory from document to document.
class TermTable {
 public:
  /// Numbers a document's terms from 0 as they are first seen.
  using Number = std::uint32_t;

  TermTable() : slots_(1 << 10) {}

  Number number_of(std::string_view term);
  void count(Number term, std::uint32_t wdf) { entries_[term].wdf += wdf; }
  void post(Number term, Position position, std::uint32_t wdf) {
    count(term, wdf);
    postings_.push_back({term, position});
  }

  /// The terms in byte order, each once, their positions in order, each once.
  /// The table is empty then.
  TermList take();

 private:
  struct Entry {
    std::uint32_t begin = 0;  ///< of its bytes
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
    std::uint32_t wdf = 0;
    std::uint32_t slot = 0;       ///< that says its number
    std::uint32_t positions = 0;  ///< where the next of its positions goes
  };
  struct Posting {
    Number term;
    Position position;
  };
  struct Ordered {
    std::uint64_t head;
    Number number;
  };

  std::string_view bytes_of(const Entry& entry) const {
    return {bytes_.data() + entry.begin, entry.size};
  }
  void seat(Number number);
  void grow();
  void order_terms();
  void gather_positions();
  void clear();

  std::vector<std::uint32_t> slots_;  ///< number + 1; 0: free. A power of two.
  std::vector<Entry> entries_;
  std::string bytes_;
  std::vector<Posting> postings_;
  std::vector<Ordered> order_;
  std::vector<Position> positions_;  ///< by term
};

}  // namespace broadsheet
