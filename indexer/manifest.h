// What a generation remembers of the files it was built from: metadata of the
// generation, so that it commits with the stories.
//
// Metadata keys: "roots" and "settings" (JSON), "started" (when the generation
// was begun), and "file:" + origin for each file. A key longer than Xapian
// allows ends in a digest, and the entry has the whole. An entry is in bytes,
// not in JSON: every run reads all.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report.h"
#include "indexer/walk.h"

namespace broadsheet {

/// A story of a file and what decides whose turn it is when several files have
/// the same id.
struct Claim {
  std::string id;
  std::string version;
  std::string date;  ///< eight digits, or empty

  auto operator<=>(const Claim&) const = default;
};

/// Has the first story the better claim on their common id? The highest
/// version wins (numbers in it compare as numbers), then the latest date, then
/// the first origin. A strict weak order.
bool outranks(const Claim& a, std::string_view origin_a, const Claim& b,
              std::string_view origin_b);

struct FileEntry {
  std::string origin;
  std::string first_origin;  ///< where its content first came in
  FileState state = FileState::kIndexed;
  FileStamp stamp;
  std::string digest;        ///< of its bytes
  std::string settings;      ///< digest of those it was read with; empty: none
  std::int64_t scanned = 0;  ///< when, in nanoseconds since 1970
  std::vector<Claim> stories;
  std::vector<Problem> problems;

  bool operator==(const FileEntry&) const = default;
};

/// Do size and times alone prove that a file is as it was when it was read? Not
/// if it was changed shortly before: it may have changed again unseen.
bool is_settled(const FileEntry& entry, const FileStamp& stamp);

/// By origin.
using Manifest = std::vector<FileEntry>;

std::string metadata_key(const std::string& origin);
std::string encode(const FileEntry& entry);
FileEntry decode_file_entry(std::string_view bytes);

std::string to_json(const std::vector<Root>& roots);
std::vector<Root> roots_from_json(std::string_view json);

}  // namespace broadsheet
