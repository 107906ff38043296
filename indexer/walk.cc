#include "indexer/walk.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include "common/cli/error.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// A walk over one root; directories are kept on a list, not on the stack.
class Walk {
 public:
  Walk(const Root& root, const OnUnreadable& on_unreadable)
      : root_(root), on_unreadable_(on_unreadable) {}

  std::vector<FoundFile> run(const fs::path& start) {
    struct stat status {};
    if (::stat(start.c_str(), &status) != 0) fail(start, errno);
    if (S_ISDIR(status.st_mode)) {
      std::error_code error;
      fs::directory_iterator probe(start, error);
      if (error) fail(start, error.value());
      directories_.push_back(start);
    } else {
      visit(start);
    }
    while (!directories_.empty()) {
      const fs::path directory = std::move(directories_.back());
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

  void list(const fs::path& directory) {
    std::error_code error;
    fs::directory_iterator at(directory, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error))
      visit(at->path());
    if (error) on_unreadable_(origin_of(root_, directory), error.message());
  }

  void visit(const fs::path& path) {
    struct stat status {};
    const std::string origin = origin_of(root_, path);
    if (::lstat(path.c_str(), &status) != 0)
      return on_unreadable_(origin, std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return directories_.push_back(path);
    if (S_ISLNK(status.st_mode)) {
      if (::stat(path.c_str(), &status) != 0)
        return on_unreadable_(
            origin, fmt::format("broken link: {}", std::strerror(errno)));
      if (S_ISDIR(status.st_mode)) {
        if (!leads_inside(path))
          on_unreadable_(origin, "a link to a directory is not followed");
        return;
      }
    }
    if (!S_ISREG(status.st_mode))
      return on_unreadable_(origin, "a pipe, a socket or a device");
    if (!valid_utf8(path.native()))
      return on_unreadable_(origin, "its name is not UTF-8");
    found_.push_back(
        {origin,
         path,
         &root_,
         {static_cast<std::uint64_t>(status.st_size),
          nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)}});
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
  std::vector<fs::path> directories_;
  std::vector<FoundFile> found_;
};

}  // namespace

std::vector<FoundFile> walk(const Root& root, const fs::path& path,
                            const OnUnreadable& on_unreadable) {
  return Walk(root, on_unreadable).run(path);
}

std::string_view path_below_root(const FoundFile& file) {
  const std::string_view origin = file.origin;
  const std::size_t name = file.root->name.size();
  return origin.size() > name ? origin.substr(name + 1) : origin;
}

std::string origin_of(const Root& root, const fs::path& path) {
  const fs::path inside = path.lexically_relative(root.path);
  std::string origin = root.name;
  if (inside != ".") origin += "/" + inside.string();
  return to_valid_utf8(origin);
}

}  // namespace broadsheet
