// gzip and zlib data in memory.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The unpacked bytes, at most 64 MB; `ok` is false where the data is neither
/// or broken.
std::string inflated(std::string_view packed, bool& ok);

}  // namespace broadsheet
