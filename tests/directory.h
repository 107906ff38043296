// A directory of its own for one test, gone with it.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace broadsheet::test {

class Directory {
 public:
  Directory() {
    std::string name =
        std::filesystem::temp_directory_path() / "broadsheet-test-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
      throw std::runtime_error("cannot make " + name);
    path_ = std::filesystem::canonical(name);
  }
  ~Directory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path path(std::string_view inside) const {
    return path_ / inside;
  }

  /// Writes a file and the directories above it.
  void write(std::string_view inside, std::string_view bytes) const {
    std::filesystem::create_directories(path(inside).parent_path());
    std::ofstream out(path(inside), std::ios::binary | std::ios::trunc);
    out << bytes;
    if (!out.flush()) throw std::runtime_error("cannot write a test's file");
  }

 private:
  std::filesystem::path path_;
};

}  // namespace broadsheet::test
