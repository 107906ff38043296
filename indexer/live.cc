#include "indexer/live.h"

#include <algorithm>

#include "common/index/archive.h"

namespace broadsheet {

const FileEntry* Live::file(const std::string& origin) const {
  const auto at =
      std::ranges::lower_bound(manifest, origin, {}, &FileEntry::origin);
  return at != manifest.end() && at->origin == origin ? &*at : nullptr;
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
  for (; key != live.database.metadata_keys_end(kFiles); ++key)
    live.manifest.push_back(
        decode_file_entry(live.database.get_metadata(*key)));
  // Keys are in that order, too, but for those that were cut.
  if (!std::ranges::is_sorted(live.manifest, {}, &FileEntry::origin))
    std::ranges::sort(live.manifest, {}, &FileEntry::origin);
  return live;
}

}  // namespace broadsheet
