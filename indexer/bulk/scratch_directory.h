// A directory for what need not last.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>

#include "common/cli/error.h"

namespace broadsheet::bulk {

/// A new directory that goes, with all that is in it, when this does.
class ScratchDirectory {
 public:
  /// `near`: what its path begins with.
  explicit ScratchDirectory(std::string near)
      : path_(std::move(near) + ".XXXXXX") {
    if (::mkdtemp(path_.data()) == nullptr)
      throw Error(path_ + ": cannot create the directory");
  }
  ~ScratchDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace broadsheet::bulk
