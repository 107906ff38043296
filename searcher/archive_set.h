// The archives one search reads, as one database and one snapshot.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/index/generation_lock.h"

namespace broadsheet {

struct Lexicon;

/// A snapshot of one or more archives.
struct ArchiveSet {
  Xapian::Database database;
  std::vector<std::string> names;      ///< of each archive
  std::vector<std::string> snapshots;  ///< generation and revision of each
  std::vector<GenerationLock> locks;   ///< on what the database reads
  std::shared_ptr<Lexicon> lexicon;    ///< of all of them
  bool remote = false;                 ///< a server reads one of them

  /// A document that a search has found. An MSet would keep each it gave.
  Xapian::Document document(Xapian::docid docid) const {
    return database.get_document(docid, Xapian::DOC_ASSUME_VALID);
  }

  /// The archive a document is from.
  const std::string& archive_of(Xapian::docid docid) const {
    return names[(docid - 1) % names.size()];
  }
};

/// Runs `work` on a snapshot of the archives; a path may be a Xapian stub file
/// of several, those of remote servers ("remote HOST:PORT") included. A reader
/// that a publication or a commit overtakes opens them anew and runs the whole
/// work again, three times at most; what `work` does before it ends it must be
/// able to do again.
void with_archives(const std::vector<std::filesystem::path>& paths,
                   const std::function<void(const ArchiveSet&)>& work);

}  // namespace broadsheet
