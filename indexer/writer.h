// Writes a generation through Xapian's own API.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/document.h"

namespace broadsheet {

/// One generation open for writing, in one transaction: nothing is seen by
/// readers before commit(). Throws Xapian::Error where the disk fails.
class Writer {
 public:
  enum class Mode { kCreate, kOpen };
  Writer(const std::filesystem::path& generation, Mode mode);

  /// Adds a story, or puts it in the place of the one with its id.
  void put(const IndexDocument& document);
  void remove(const std::string& id);
  /// The stored record of a story.
  std::optional<std::string> record(const std::string& id) const;

  void set_metadata(const std::string& key, const std::string& value);
  void commit();
  void cancel();

  std::size_t size() const { return database_.get_doccount(); }
  std::size_t count_of(const std::string& term) const {
    return database_.get_termfreq(term);
  }

 private:
  Xapian::WritableDatabase database_;
};

/// The stored record of a story in any database; nothing if it is not there.
std::optional<std::string> record_of(const Xapian::Database& database,
                                     const std::string& id);

}  // namespace broadsheet
