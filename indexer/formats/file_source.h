// The bytes of a file on disk.
#pragma once

#include <memory>
#include <string>

#include "indexer/formats/reader.h"

namespace broadsheet {

/// Throws Error if the file cannot be opened or is not a regular file: a pipe
/// or a device in an archive must not make the run wait.
std::unique_ptr<ByteSource> open_file(const std::string& path);

/// Standard input; whatever it is.
std::unique_ptr<ByteSource> open_stdin();

}  // namespace broadsheet
