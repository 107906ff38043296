// The file that --config names: what an archivist says of roots and sources.
//
//   [[root]]
//   path = "wire"                  # from the file's own directory
//   name = "wire"                  # origins begin with it
//   source = "Example Wire"        # of stories that name none
//   language = "en"
//   home = "Paris, Texas"          # which Paris its stories mean
//   time-zone = "America/Chicago"  # of times that name none
//   include = ["*.xml"]
//   exclude = ["drafts/"]
//   date-path = "%Y/%m/%d"
//   as = "text"
//   map = { headline = "content.title" }
//   filters = { pdf = "pdftotext -q - -" }
//   filter-seconds = 60
//   filter-memory = 1024           # MB
//
//   [[source]]
//   name = "The Paris News"
//   home = "Paris, Texas"
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/walk.h"

namespace broadsheet {

struct Config {
  std::vector<Root> roots;                   ///< a name may be empty
  std::map<std::string, std::string> homes;  ///< Settings::homes
};

/// Throws Error, naming file, line, key and what was meant, for what cannot be.
Config read_config(const std::filesystem::path& file);

}  // namespace broadsheet
