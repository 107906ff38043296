// The inverter: gathers documents in memory and writes them as one segment.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "indexer/bulk/compressor.h"
#include "indexer/bulk/output_file.h"
#include "indexer/bulk/record_chain.h"
#include "indexer/bulk/segment_file.h"
#include "indexer/document.h"

namespace broadsheet::bulk {

/// Private to one thread. What is merged from segments depends only on the
/// documents and their docids, not on which builder had which, nor on where
/// segments were cut.
class SegmentBuilder {
 public:
  using Values = decltype(IndexDocument::values);

  explicit SegmentBuilder(Compression compression = Compression::kFast);

  /// Are the document's terms of the vocabulary that those before are of?
  bool takes(const IndexDocument& document) const;

  /// Docids rise, from 1. Terms are 1 to 245 bytes as Xapian counts them (a
  /// zero byte is two). Throws Error for what is not so, or is out of order.
  void add(std::uint32_t docid, const IndexDocument& document);

  /// Values for a document that is in another segment: they are added to, or
  /// stand in place of, what segments that are merged before this one say.
  void add_values(std::uint32_t docid, const Values& values);

  /// Bytes held, but for the vocabulary, which is not its own: write() and
  /// begin a new builder before this is too much.
  std::size_t memory() const;

  /// A file, `path`, that is whole or is not there.
  void write(const std::string& path, Sync sync) const;

 private:
  using Numbers = std::vector<TermList::Number>;

  /// What the termlist table will say of a document, but for its terms: they
  /// are listed when all documents are there, term by term.
  struct Listing {
    std::uint32_t docid;
    bool whole;  ///< the document, not just further values
    std::size_t terms;
    std::uint64_t length;
    std::span<const char> slots;
  };
  class Termlists;

  void begin(std::uint32_t docid);
  void add_terms(const TermList& terms);
  void check(std::string_view term) const;
  char* room(std::size_t size);
  void store_values(const Values& values);
  Record packed(std::uint64_t id, std::string_view tag) const;
  std::map<std::string, const RecordChain*> values_by_key() const;
  Numbers terms_in_order() const;
  void write_postings(SegmentWriter& writer, Termlists& lists) const;
  void write_termlists(SegmentWriter& writer, const Termlists& lists) const;
  [[noreturn]] void refuse(const char* what) const;

  std::unique_ptr<Compressor> compressor_;
  std::unique_ptr<RecordMemory> records_;
  TermList::Vocabulary vocabulary_;
  std::vector<RecordChain> postings_;            ///< by term
  std::map<std::uint64_t, RecordChain> values_;  ///< by slot
  RecordChain lengths_;
  RecordChain docdata_;
  std::vector<Listing> listings_;
  std::size_t listed_ = 0;            ///< terms of all of them
  std::uint32_t docid_ = 0;           ///< of the document last begun
  std::string tag_, room_;            // scratch
  std::vector<std::uint64_t> slots_;  // scratch
};

}  // namespace broadsheet::bulk
