// A generation written anew without the stories that were withdrawn.
#pragma once

#include <cstddef>
#include <filesystem>

#include "indexer/withholding.h"

namespace broadsheet {

/// Copies a generation into the directory `to`, which must not exist, story by
/// story: what the tables of the old one still hold of stories that are gone,
/// in free blocks or as the bounds of values, is not in the new one. Documents
/// keep their numbers. Returns how many stories were left out. Throws Error or
/// Xapian::Error; then `to` is no generation.
std::size_t expurgate(const std::filesystem::path& from,
                      const std::filesystem::path& to,
                      Withholding& withholding);

}  // namespace broadsheet
