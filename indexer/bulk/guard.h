// Whether the loader can be trusted, asked before it is used.
#pragma once

#include <filesystem>
#include <string>

namespace broadsheet::bulk {

/// Names this build of the program and the library it runs with; empty if it
/// cannot tell.
std::string program_identity();

/// Can this program, with this library, use the loader? The library must be
/// Xapian 1.4, its own databases must carry the one format known here, and
/// self_test() must pass. A pass is remembered in the file `stamp` for this
/// program and this library, so that it is tried once; the tests' databases
/// are made beside it and removed. If not, *why says it, and stories go through
/// the library's own writer.
bool loader_usable(const std::filesystem::path& stamp, std::string* why);

/// Builds a few hundred documents both ways in `directory`, and throws Error if
/// the databases differ: in a byte, once compacted, where the loader compresses
/// as the library does; in contents where it compresses as it ships.
void self_test(const std::filesystem::path& directory);

}  // namespace broadsheet::bulk
