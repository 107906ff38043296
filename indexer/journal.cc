#include "indexer/journal.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "indexer/builder.h"
#include "indexer/bulk/segment_file.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

constexpr const char* kJournalName = "journal";

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Reads lines as long as they are whole: what it says up to the last
/// checkpoint, and where that ends.
class JournalReader {
 public:
  explicit JournalReader(const fs::path& generation)
      : in_(generation / kJournalName, std::ios::binary),
        directory_(generation / kSegmentsName) {}

  bool has_key(const std::string& key, Checkpoint& progress) {
    if (!next() || line_.value("key", "") != key) return false;
    line_.at("started").get_to(progress.started);
    return true;
  }

  /// False if there is no checkpoint.
  bool read(Checkpoint& progress) {
    bool any = false;
    std::vector<JournalFile> files;
    while (next()) {
      if (line_.contains("file")) {
        files.push_back({line_.at("file").dump(), line_.at("puts")});
        continue;
      }
      std::ranges::move(files, std::back_inserter(progress.files));
      files.clear();
      progress.segments.clear();
      for (const std::string name : line_.at("segments"))
        progress.segments.push_back(directory_ / name);
      line_.at("docid").get_to(progress.last_docid);
      line_.at("begun").get_to(progress.begun);
      line_.at("puts").get_to(progress.puts);
      end_ = in_.tellg();
      any = true;
    }
    return any;
  }

  std::streamoff end() const { return end_; }

 private:
  bool next() {
    std::string text;
    if (!std::getline(in_, text) || in_.eof()) return false;
    line_ = Json::parse(text, nullptr, false);
    return line_.is_object();
  }

  std::ifstream in_;
  const fs::path directory_;
  Json line_;
  std::streamoff end_ = 0;
};

bool is_whole(const std::string& segment) {
  constexpr std::size_t kBuffer = std::size_t{1} << 20;
  using namespace bulk;
  try {
    for (const auto section :
         {kDocdataSection, kPostingsSection, kTermlistSection}) {
      SegmentCursor cursor(segment, section, kBuffer);
      while (cursor.next_group())
        while (cursor.next()) {
        }
    }
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// Leaves the journal and those segments alone in a generation.
void remove_rest(const fs::path& generation,
                 const std::vector<std::string>& segments) {
  const fs::path directory = generation / kSegmentsName;
  const auto kept = [&](const fs::path& path) {
    return path == directory || path.filename() == kJournalName ||
           std::ranges::find(segments, path.string()) != segments.end();
  };
  for (const auto& place : {generation, directory})
    for (const auto& entry : fs::directory_iterator(place))
      if (!kept(entry.path())) fs::remove_all(entry.path());
}

}  // namespace

Journal::Journal(const fs::path& generation, const std::string& key,
                 std::int64_t started)
    : path_(generation / kJournalName),
      lines_(line_of({{"key", key}, {"started", started}})) {}

std::optional<Journal> Journal::resume(const fs::path& generation,
                                       const std::string& key,
                                       Checkpoint& progress) {
  const fs::path path = generation / kJournalName;
  JournalReader reader(generation);
  try {
    if (!reader.has_key(key, progress) || !reader.read(progress))
      return std::nullopt;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  if (!std::ranges::all_of(progress.segments, is_whole)) return std::nullopt;
  remove_rest(generation, progress.segments);
  fs::resize_file(path, static_cast<std::uintmax_t>(reader.end()));
  return Journal(path);
}

void Journal::add(const JournalFile& file) {
  lines_ += R"({"file":)" + file.note + R"(,"puts":)" + Json(file.puts).dump() +
            "}\n";
  constexpr std::size_t kMostHeld = std::size_t{1} << 20;
  if (lines_.size() >= kMostHeld) write();
}

void Journal::checkpoint(const Checkpoint& progress) {
  std::vector<std::string> names;
  for (const fs::path path : progress.segments)
    names.push_back(path.filename().string());
  lines_ += line_of({{"segments", names},
                     {"docid", progress.last_docid},
                     {"begun", progress.begun},
                     {"puts", progress.puts}});
  write();
}

void Journal::write() {
  std::ofstream out(path_, std::ios::binary | std::ios::app);
  out << lines_;
  if (!out.flush()) throw Error(path_.string() + ": cannot write");
  lines_.clear();
}

bool is_unfinished(const fs::path& generation) {
  return fs::exists(generation / kJournalName);
}

void remove_progress(const fs::path& generation) {
  fs::remove(generation / kJournalName);
  fs::remove_all(generation / kSegmentsName);
}

}  // namespace broadsheet
