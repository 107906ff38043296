// Files that are on the disk whole, or not at all.
#pragma once

#include <filesystem>
#include <future>
#include <string_view>

namespace broadsheet {

/// Throws Error: "PATH: WHAT: " and what errno says.
[[noreturn]] void fail_on(const std::filesystem::path& path,
                          std::string_view what);

/// What was written to a file or a directory is on the disk.
void force(const std::filesystem::path& path);

/// The same beside other work; the file may be renamed meanwhile. get() throws.
std::future<void> begin_force(const std::filesystem::path& path);

/// Writes a file, for its owner only, whole or not at all: aside, forced,
/// renamed. Throws Error.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace broadsheet
