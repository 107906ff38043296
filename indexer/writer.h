// What a small update writes with, in the live generation.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>

#include "indexer/document.h"
#include "indexer/target.h"

namespace broadsheet {

/// One transaction in a generation, through Xapian's own API: nothing is seen
/// by readers before commit(). Throws Xapian::Error where the disk fails.
class Transaction {
 public:
  explicit Transaction(const std::filesystem::path& generation);

  /// Adds a story, or puts it in the place of the one with its id.
  void put(const IndexDocument& document);
  void remove(const std::string& id);
  /// An empty value removes the key.
  void set_metadata(const std::string& key, const std::string& value);
  /// All is in: copies are grouped anew, if any story is not as it was.
  TargetCounts finish();
  void commit();
  void cancel();

 private:
  Xapian::WritableDatabase database_;
  bool changed_ = false;
};

/// The docid of a story in any database; 0 if it is not there.
Xapian::docid docid_of(const Xapian::Database& database, const std::string& id);

/// The stored record of a story in any database; nothing if it is not there.
std::optional<std::string> record_of(const Xapian::Database& database,
                                     const std::string& id);

TargetCounts counts_of(const Xapian::Database& database);

}  // namespace broadsheet
