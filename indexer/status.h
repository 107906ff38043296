// What an archive holds: generation, roots, counts, coverage.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/manifest.h"

namespace broadsheet {

/// Stories of one source: by month ("1987-02"), by year where the month is not
/// known ("1987"), and undated ("").
using Coverage = std::map<std::string, std::size_t>;

struct Status {
  std::string generation;
  std::vector<std::string> generations;  ///< all that are kept, oldest first
  std::vector<Root> roots;
  Settings settings;
  std::size_t files = 0;
  std::size_t stories = 0;
  std::size_t undated = 0;
  std::size_t withdrawn = 0;
  std::map<std::string, Coverage> sources;
  std::map<std::string, std::size_t> languages;
  std::string last_good;  ///< end of the last run that was not refused
  std::string report;  ///< report.json of the last run; empty if there is none
};

/// Throws Error where there is no archive.
Status status_of(const std::filesystem::path& archive);

/// Seconds since the last good run; nothing if there was none.
std::optional<std::chrono::seconds> age(const Status& status);

/// For people; and as JSON, "report" being the last run's.
std::string to_text(const Status& status);
std::string to_json(const Status& status);

}  // namespace broadsheet
