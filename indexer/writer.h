// Writes into a generation through Xapian's own API.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>

#include "indexer/document.h"
#include "indexer/target.h"

namespace broadsheet {

/// A generation open for writing, in one transaction: nothing is seen by
/// readers before commit(). Throws Xapian::Error where the disk fails.
class Writer {
 public:
  explicit Writer(const std::filesystem::path& generation);

  /// Adds a story, or puts it in the place of the one with its id.
  void put(const IndexDocument& document);
  void remove(const std::string& id);

  void set_metadata(const std::string& key, const std::string& value);
  /// To be called once all stories are put.
  void group_copies();
  void commit();
  void cancel();
  TargetCounts counts() const;

 private:
  Xapian::WritableDatabase database_;
};

/// The stored record of a story in any database; nothing if it is not there.
std::optional<std::string> record_of(const Xapian::Database& database,
                                     const std::string& id);

TargetCounts counts_of(const Xapian::Database& database);

}  // namespace broadsheet
