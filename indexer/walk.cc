#include "indexer/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "common/cli/error.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

/// Null at the end, where errno says whether it is an error.
const dirent* next_in(const Directory& directory) {
  errno = 0;
  return ::readdir(directory.get());
}

/// A path below the root's, with the slash before it; empty for the root.
std::string below_root(const Root& root, const fs::path& path) {
  const fs::path inside = path.lexically_relative(root.path);
  return inside == "." ? "" : "/" + inside.string();
}

/// A walk over one root; directories are kept on a list, not on the stack.
/// Files are looked at by their names in them: no path is resolved for each.
class Walk {
 public:
  Walk(const Root& root, const OnUnreadable& on_unreadable,
       const fs::path& left_out)
      : root_(root),
        on_unreadable_(on_unreadable),
        left_out_(left_out.empty() ? "" : (left_out / "").native()) {}

  std::vector<FoundFile> run(const fs::path& start) {
    struct stat status {};
    if (::stat(start.c_str(), &status) != 0) fail(start, errno);
    if (is_left_out(below_root(root_, start))) return {};
    if (S_ISDIR(status.st_mode)) {
      if (!Directory(::opendir(start.c_str()))) fail(start, errno);
      directories_.push_back(below_root(root_, start));
    } else {
      visit(AT_FDCWD, start.c_str(), below_root(root_, start));
    }
    while (!directories_.empty()) {
      const std::string directory = std::move(directories_.back());
      directories_.pop_back();
      list(directory);
    }
    std::ranges::sort(found_, {}, &FoundFile::origin);
    return std::move(found_);
  }

 private:
  [[noreturn]] static void fail(const fs::path& path, int error) {
    throw Error(fmt::format("{}: {}", path.string(), std::strerror(error)),
                error == EACCES ? "it must be readable by this user" : "");
  }

  void list(const std::string& below) {
    const Directory directory(::opendir((root_.path.native() + below).c_str()));
    while (const dirent* entry = directory ? next_in(directory) : nullptr) {
      const std::string_view name = entry->d_name;
      if (name != "." && name != "..")
        visit(::dirfd(directory.get()), entry->d_name,
              fmt::format("{}/{}", below, name));
    }
    if (errno != 0) tell(root_.name + below, std::strerror(errno));
  }

  /// `name` is relative to the open directory `at`.
  void visit(int at, const char* name, std::string&& below) {
    std::string origin = root_.name + below;
    struct stat status {};
    if (::fstatat(at, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
      return tell(origin, std::strerror(errno));
    if (S_ISDIR(status.st_mode)) {
      if (!is_left_out(below)) directories_.push_back(std::move(below));
      return;
    }
    if (S_ISLNK(status.st_mode)) {
      if (::fstatat(at, name, &status, 0) != 0)
        return tell(origin,
                    fmt::format("broken link: {}", std::strerror(errno)));
      if (S_ISDIR(status.st_mode)) {
        if (!leads_inside(root_.path.native() + below))
          tell(origin, "a link to a directory is not followed");
        return;
      }
    }
    if (!S_ISREG(status.st_mode))
      return tell(origin, "a pipe, a socket or a device");
    if (!valid_utf8(origin)) return tell(origin, "its name is not UTF-8");
    found_.push_back(
        {std::move(origin),
         &root_,
         {static_cast<std::uint64_t>(status.st_size),
          nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)}});
  }

  bool is_left_out(const std::string& below) const {
    return !left_out_.empty() &&
           (root_.path.native() + below + "/").starts_with(left_out_);
  }

  void tell(const std::string& origin, const std::string& why) const {
    on_unreadable_(to_valid_utf8(origin), why);
  }

  /// Nothing is lost by a link to what is walked anyway.
  bool leads_inside(const fs::path& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    const fs::path root = fs::canonical(root_.path, error);
    const fs::path inside = target.lexically_relative(root);
    return !error && !inside.empty() && *inside.begin() != "..";
  }

  const Root& root_;
  const OnUnreadable& on_unreadable_;
  const std::string left_out_;            ///< ends with a slash
  std::vector<std::string> directories_;  ///< below the root
  std::vector<FoundFile> found_;
};

}  // namespace

std::vector<FoundFile> walk(const Root& root, const fs::path& path,
                            const OnUnreadable& on_unreadable,
                            const fs::path& left_out) {
  return Walk(root, on_unreadable, left_out).run(path);
}

std::string_view path_below_root(const FoundFile& file) {
  const std::string_view origin = file.origin;
  const std::size_t name = file.root->name.size();
  return origin.size() > name ? origin.substr(name + 1) : origin;
}

std::string origin_of(const Root& root, const fs::path& path) {
  return to_valid_utf8(root.name + below_root(root, path));
}

}  // namespace broadsheet
