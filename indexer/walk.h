// The files of an archive's roots, in one order whatever the file system's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/settings.h"

namespace broadsheet {

/// A PATH the archive was built from. Origins begin with the name.
struct Root {
  std::string name;
  std::filesystem::path path;  ///< absolute
  std::string format;          ///< --as: empty, detect each file
  RootSettings settings = {};

  bool operator==(const Root&) const = default;
};

/// What a stat says of a file; times in nanoseconds since 1970.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t mtime = 0;
  std::int64_t ctime = 0;

  bool operator==(const FileStamp&) const = default;
};

struct FoundFile {
  std::string origin;  ///< root name and path relative to it
  const Root* root = nullptr;
  FileStamp stamp;

  std::string path() const {
    return root->path.native() + origin.substr(root->name.size());
  }
};

/// Something that is there and cannot be read.
using OnUnreadable =
    std::function<void(const std::string& origin, const std::string& why)>;

/// Every regular file at or under `path`, which is the root or lies in it,
/// sorted by origin; a symbolic link to a file is followed, one to a directory
/// is not. Names that are not UTF-8, directories and links that cannot be
/// followed are told to `on_unreadable`. Nothing at or under the directory
/// `left_out` is looked at. Throws Error if `path` itself cannot be read.
std::vector<FoundFile> walk(const Root& root, const std::filesystem::path& path,
                            const OnUnreadable& on_unreadable,
                            const std::filesystem::path& left_out = {});

/// Where the file lies below its root; its name, if it is the root itself.
std::string_view path_below_root(const FoundFile& file);

/// The origin of a path in a root.
std::string origin_of(const Root& root, const std::filesystem::path& path);

}  // namespace broadsheet
