// What an update writes with: in the live generation, or into a new one.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "indexer/document.h"
#include "indexer/target.h"

namespace broadsheet {

/// Takes in what an update changes. Nothing is seen by readers before commit().
class Writer {
 public:
  virtual ~Writer() = default;

  /// Adds a story, or puts it in the place of the one with its id.
  virtual void put(const IndexDocument& document) = 0;
  virtual void remove(const std::string& id) = 0;
  /// An empty value removes the key.
  virtual void set_metadata(const std::string& key,
                            const std::string& value) = 0;
  /// All is in: copies are grouped anew, if any story is not as it was.
  virtual TargetCounts finish() = 0;
  virtual void commit() = 0;
  virtual void cancel() = 0;
};

/// One transaction in a generation, through Xapian's own API. Throws
/// Xapian::Error where the disk fails.
class Transaction : public Writer {
 public:
  explicit Transaction(const std::filesystem::path& generation);

  void put(const IndexDocument& document) override;
  void remove(const std::string& id) override;
  void set_metadata(const std::string& key, const std::string& value) override;
  TargetCounts finish() override;
  void commit() override;
  void cancel() override;

 private:
  Xapian::WritableDatabase database_;
  bool changed_ = false;
};

/// A new generation, `generation`: the live one, less what is replaced and
/// removed, merged with what is new, front to back; checked.
std::unique_ptr<Writer> make_merge_writer(const std::filesystem::path& archive,
                                          const std::string& generation,
                                          const Live& live,
                                          const RebuildOptions& options);

/// The docid of a story in any database; 0 if it is not there.
Xapian::docid docid_of(const Xapian::Database& database, const std::string& id);

/// The stored record of a story in any database; nothing if it is not there.
std::optional<std::string> record_of(const Xapian::Database& database,
                                     const std::string& id);

TargetCounts counts_of(const Xapian::Database& database);

}  // namespace broadsheet
