#include "indexer/live.h"

#include <utility>

#include "common/index/archive.h"

namespace broadsheet {

const FileEntry* Live::file(const std::string& origin) const {
  const auto at = manifest.find(origin);
  return at == manifest.end() ? nullptr : &at->second;
}

Live load_live(const std::filesystem::path& archive) {
  Live live;
  if (!is_archive(archive)) return live;
  live.generation = live_generation(archive);
  live.database = open_archive(archive);
  live.roots = roots_from_json(live.database.get_metadata("roots"));
  live.settings = settings_from_json(live.database.get_metadata("settings"));
  constexpr const char* kFiles = "file:";
  auto key = live.database.metadata_keys_begin(kFiles);
  for (; key != live.database.metadata_keys_end(kFiles); ++key) {
    auto entry = decode_file_entry(live.database.get_metadata(*key));
    std::string origin = entry.origin;
    live.manifest.emplace_hint(live.manifest.end(), std::move(origin),
                               std::move(entry));
  }
  return live;
}

}  // namespace broadsheet
