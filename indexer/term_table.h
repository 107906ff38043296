// Where the terms of one document are gathered, in whatever order they come.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/term_list.h"

namespace broadsheet {

/// Keeps its memory, and its terms' numbers, from document to document.
class TermTable {
 public:
  using Number = TermList::Number;

  /// As of a StringTable.
  std::uint64_t announce(std::string_view term) const {
    return terms_->announce(term);
  }

  /// Whether or not the document has it.
  Number number_of(std::string_view term) {
    return number_of(term, announce(term));
  }
  Number number_of(std::string_view term, std::uint64_t digest) {
    const Number number = terms_->number_of(term, digest);
    if (number >= uses_.size()) uses_.resize(2 * std::size_t{number} + kFewest);
    fetch(number);
    return number;
  }

  /// As StringTable::fetch().
  void fetch_string(std::uint64_t digest) const { terms_->fetch(digest); }

  /// Fetches from memory what the document says of it.
  void fetch(Number term) const { __builtin_prefetch(&uses_[term]); }

  /// A boolean, if nothing more is said of it.
  void add(Number term) { use_of(term); }
  void count(Number term, std::uint32_t wdf) { use_of(term).wdf += wdf; }
  void post(Number term, Position position, std::uint32_t wdf) {
    Use& use = use_of(term);
    use.wdf += wdf;
    ++use.end;
    if (posted_ == postings_.size()) postings_.resize(2 * posted_ + kFewest);
    postings_[posted_++] = {term, position};
  }

  /// The document's terms, their positions in order, each once. The next
  /// document begins.
  TermList take();

  /// Numbers begin anew, in another vocabulary.
  void forget_terms();

  /// Bytes held for the vocabulary.
  std::size_t memory() const {
    return terms_->memory() + uses_.capacity() * sizeof(Use);
  }

 private:
  struct Use {
    std::uint32_t document = 0;  ///< that the rest is about
    std::uint32_t wdf = 0;
    std::uint32_t end = 0;  ///< of its positions, among all; before: how many
  };
  static constexpr std::size_t kFewest = 1024;
  struct Posting {
    Number term;
    Position position;
  };

  Use& use_of(Number term) {
    Use& use = uses_[term];
    if (use.document != document_) begin(use, term);
    return use;
  }

  void begin(Use& use, Number term);
  std::vector<Position> gathered_positions();

  TermList::Vocabulary terms_ = std::make_shared<StringTable>();
  std::vector<Use> uses_;  ///< by term
  std::uint32_t document_ = 1;
  std::vector<Number> used_;       ///< by the document, as they came
  std::vector<Posting> postings_;  ///< and room for more
  std::size_t posted_ = 0;
};

}  // namespace broadsheet
