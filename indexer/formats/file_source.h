// The bytes of a file on disk.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "indexer/formats/reader.h"

namespace broadsheet {

/// Throws Error if the file cannot be opened or is not a regular file: a pipe
/// or a device in an archive must not make the run wait.
std::unique_ptr<ByteSource> open_file(const std::string& path);

/// Opens a file by its path from some directory, which it cannot leave; null
/// where there is none. Throws Error if it cannot be read.
using OpenBeside =
    std::function<std::unique_ptr<ByteSource>(const std::string& path)>;

/// Opens what lies in the directory of `file` and below it.
OpenBeside beside(const std::filesystem::path& file);

/// Standard input; whatever it is.
std::unique_ptr<ByteSource> open_stdin();

}  // namespace broadsheet
