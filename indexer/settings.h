// What an archive was told of its roots, its sources and single stories: from
// --config and --overrides, kept in the index and applied by every run.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/news/article.h"
#include "indexer/filter.h"

namespace broadsheet {

/// Settings of a root. A story's own language and source win over these.
struct RootSettings {
  std::string source;
  std::string language;   ///< ISO 639-1
  std::string home;       ///< "Paris, Texas": what places near it mean
  std::string time_zone;  ///< "Africa/Cairo": of times that name none
  std::vector<std::string> include;  ///< globs below the root; empty: all
  std::vector<std::string> exclude;
  std::string date_path;  ///< "%Y/%m/%d": where the path has the date
  std::map<std::string, std::string> map;      ///< ReadOptions::field_map
  std::map<std::string, std::string> filters;  ///< extension, command
  FilterLimits limits;                         ///< of the filters

  bool operator==(const RootSettings&) const = default;
};

/// A row of --overrides: which stories, and what holds for them.
struct Override {
  std::string id;
  std::string origin;  ///< a glob; of both, both must match
  std::map<std::string, std::string> values;  ///< by column, none empty
  std::string row;  ///< "overrides.csv:12", for problems

  bool operator==(const Override&) const = default;
};

/// What holds for all roots.
struct Settings {
  std::map<std::string, std::string> homes;  ///< by source, fold_name()d
  std::vector<Override> overrides;

  bool operator==(const Settings&) const = default;

  /// The home of a source, else `fallback`, its root's.
  const std::string& home_of(const std::string& source,
                             const std::string& fallback) const;
};

/// "pdf" of "a/B.PDF": what the filters go by.
std::string extension_of(const std::filesystem::path& path);

/// Is the file of that path below the root one to look at?
bool is_wanted(const RootSettings& settings, std::string_view path);

/// Fills what the story does not say itself; the date is the one in its path,
/// by the root's pattern.
void apply(const RootSettings& settings, const std::optional<Date>& date,
           Article& article);

/// What stands for all that bears on how a file with that extension is read,
/// but overrides; empty where nothing is set.
std::string digest_of(const RootSettings& settings,
                      const std::map<std::string, std::string>& homes,
                      std::string_view extension);

std::string to_json(const RootSettings& settings);
RootSettings root_settings_from_json(std::string_view json);
std::string to_json(const Settings& settings);
/// Empty text is no settings.
Settings settings_from_json(std::string_view json);

}  // namespace broadsheet
