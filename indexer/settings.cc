#include "indexer/settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/text/digest.h"
#include "common/text/fold.h"
#include "indexer/formats/date_parser.h"
#include "indexer/glob.h"
#include "indexer/time_zone.h"

namespace broadsheet {
namespace {

using nlohmann::json;

constexpr std::string_view kContainers[] = {"zip", "tar", "gz", "tgz",
                                            "bz2", "xz",  "zst"};

bool any_matches(const std::vector<std::string>& globs, std::string_view path) {
  return std::ranges::any_of(globs, [&](const std::string& glob) {
    return Glob::below_root(glob).matches(path);
  });
}

/// All of it that bears on reading.
json reading_json(const RootSettings& settings) {
  return {{"source", settings.source},
          {"language", settings.language},
          {"home", settings.home},
          {"time_zone", settings.time_zone},
          {"date_path", settings.date_path},
          {"map", settings.map},
          {"filters", settings.filters},
          {"filter_seconds", settings.limits.seconds},
          {"filter_memory", settings.limits.memory}};
}

}  // namespace

const std::string& Settings::home_of(const std::string& source,
                                     const std::string& fallback) const {
  if (homes.empty()) return fallback;
  const auto at = homes.find(fold_name(source));
  return at == homes.end() ? fallback : at->second;
}

std::string extension_of(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return extension;
}

bool is_wanted(const RootSettings& settings, std::string_view path) {
  return (settings.include.empty() || any_matches(settings.include, path)) &&
         !any_matches(settings.exclude, path);
}

void apply(const RootSettings& settings, const std::optional<Date>& date,
           Article& article) {
  if (article.source.empty()) article.source = settings.source;
  if (article.language.empty()) article.language = settings.language;
  if (!settings.time_zone.empty()) {
    if (article.instant)
      article.date = day_in_zone(settings.time_zone, *article.instant);
    if (article.embargo_is_local)
      article.embargo = utc_of_zone(settings.time_zone, article.embargo);
  }
  const bool better = !article.date || article.date_source == "path";
  if (!date || !better || !plausible(*date, today())) return;
  article.date = *date;
  article.date_source = "path";
}

std::string digest_of(const RootSettings& settings,
                      const std::map<std::string, std::string>& homes,
                      std::string_view extension) {
  RootSettings its = settings;
  if (std::ranges::find(kContainers, extension) == std::end(kContainers))
    std::erase_if(its.filters, [&](const auto& filter) {
      return filter.first != extension;
    });
  if (its.filters.empty()) its.limits = {};
  const RootSettings none;
  const json reading = reading_json(its);
  if (reading == reading_json(none) && homes.empty()) return {};
  return digest_hex(reading.dump() + json(homes).dump());
}

std::string to_json(const RootSettings& settings) {
  json all = reading_json(settings);
  all["include"] = settings.include;
  all["exclude"] = settings.exclude;
  return all.dump();
}

RootSettings root_settings_from_json(std::string_view text) {
  const json all = json::parse(text);
  RootSettings settings;
  all.at("source").get_to(settings.source);
  all.at("language").get_to(settings.language);
  all.at("home").get_to(settings.home);
  all.at("time_zone").get_to(settings.time_zone);
  all.at("include").get_to(settings.include);
  all.at("exclude").get_to(settings.exclude);
  all.at("date_path").get_to(settings.date_path);
  all.at("map").get_to(settings.map);
  all.at("filters").get_to(settings.filters);
  all.at("filter_seconds").get_to(settings.limits.seconds);
  all.at("filter_memory").get_to(settings.limits.memory);
  return settings;
}

std::string to_json(const Settings& settings) {
  json rows = json::array();
  for (const auto& row : settings.overrides)
    rows.push_back({{"id", row.id},
                    {"origin", row.origin},
                    {"values", row.values},
                    {"row", row.row}});
  return json{{"homes", settings.homes}, {"overrides", rows}}.dump();
}

Settings settings_from_json(std::string_view text) {
  if (text.empty()) return {};
  try {
    const json all = json::parse(text);
    Settings settings;
    all.at("homes").get_to(settings.homes);
    for (const auto& row : all.at("overrides"))
      settings.overrides.push_back(
          {row.at("id"), row.at("origin"), row.at("values"), row.at("row")});
    return settings;
  } catch (const json::exception& error) {
    throw Error(std::string("damaged settings: ") + error.what(),
                "rebuild the archive");
  }
}

}  // namespace broadsheet
