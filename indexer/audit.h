// The inside of a generation held against itself: is it what its own stories
// say it is?
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet {

struct Audit {
  std::size_t stories = 0;
  std::vector<std::string> faults;  ///< none: the generation is sound
};

/// Has the library check every table; makes the document of every stored record
/// anew and holds terms, frequencies, positions, values and lengths against it;
/// and holds the stories against the files that claim them and against the
/// list of those withdrawn, beside the generation. Works in `jobs` threads.
/// Throws Xapian::DatabaseModifiedError if a writer overtakes it.
Audit audit(const std::filesystem::path& generation, unsigned jobs);

}  // namespace broadsheet
