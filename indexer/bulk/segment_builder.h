// The inverter: gathers documents in memory and writes them as one segment.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "indexer/bulk/compressor.h"
#include "indexer/bulk/dictionary.h"
#include "indexer/bulk/output_file.h"
#include "indexer/document.h"

namespace broadsheet::bulk {

/// Private to one thread. What is merged from segments depends only on the
/// documents and their docids, not on which builder had which, nor on where
/// segments were cut.
class SegmentBuilder {
 public:
  using Values = decltype(IndexDocument::values);

  explicit SegmentBuilder(Compression compression = Compression::kFast);

  /// Docids rise, from 1. Terms are 1 to 245 bytes as Xapian counts them (a
  /// zero byte is two). Throws Error for what is not so, or is out of order.
  void add(std::uint32_t docid, const IndexDocument& document);

  /// Values for a document that is in another segment: they are added to, or
  /// stand in place of, what segments that are merged before this one say.
  void add_values(std::uint32_t docid, const Values& values);

  /// Bytes held: write() and begin a new builder before this is too much.
  std::size_t memory() const;

  /// A file, `path`, that is whole or is not there.
  void write(const std::string& path, Sync sync) const;

 private:
  void begin(std::uint32_t docid);
  void add_terms(const TermList& terms);
  std::string_view glass_key(std::string_view term);
  void store_values(const Values& values);
  void add_tag(RecordChain& records, std::uint64_t id, std::string_view tag);
  [[noreturn]] void refuse(const char* what) const;

  std::unique_ptr<Compressor> compressor_;
  std::unique_ptr<RecordMemory> records_;
  Dictionary postings_;
  RecordChain docdata_;
  RecordChain termlist_;
  std::uint32_t docid_ = 0;             ///< of the document last begun
  std::vector<std::uint32_t> numbers_;  // scratch
  std::string key_;
  std::string tag_;
};

}  // namespace broadsheet::bulk
