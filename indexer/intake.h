// One file read: its stories, and what went wrong with it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/news/article.h"
#include "indexer/formats/reader.h"
#include "indexer/report.h"
#include "indexer/walk.h"

namespace broadsheet {

/// What reading a file came to.
struct Intake {
  FileState state = FileState::kIndexed;  ///< or ignored, skipped, failed
  std::string format;
  std::string digest;  ///< of all its bytes
  std::uint64_t bytes = 0;
  std::vector<Problem> problems;  ///< first_seen still empty
};

/// Reads a file and hands each story to `sink`, its origin set. Never throws
/// for what the file holds: that is in the problems. An Error thrown by `sink`
/// costs that one story.
Intake read_file(const FoundFile& file, const ReadOptions& options,
                 const std::function<void(Article&&)>& sink);

/// A file that gives no story itself, because others hold its text.
Intake pass_over(const FoundFile& file);

/// The format that a file would be read as ("container" for one of files), from
/// its beginning; empty if it would be ignored, or cannot be read.
std::string format_of(const FoundFile& file);

/// The digest of a file's bytes alone; throws Error if they cannot be had.
std::string digest_of_file(const std::filesystem::path& path);

}  // namespace broadsheet
