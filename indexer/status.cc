#include "indexer/status.h"

#include <fmt/format.h>
#include <xapian.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "common/index/withdrawn.h"
#include "indexer/clock.h"
#include "indexer/generations.h"
#include "indexer/ledger.h"
#include "indexer/manifest.h"

namespace broadsheet {
namespace {

using nlohmann::ordered_json;

ordered_json report_in(const std::string& text) {
  if (text.empty()) return {};
  try {
    return ordered_json::parse(text);
  } catch (const ordered_json::exception& error) {
    throw Error(fmt::format("damaged report.json: {}", error.what()),
                "the next run writes it anew");
  }
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The month or year that two eight-digit days span; empty if undated.
std::string period_of(const std::string& first, const std::string& last) {
  if (first.empty()) return {};
  const std::string year = first.substr(0, 4);
  if (first.substr(0, 6) != last.substr(0, 6)) return year;
  return year + "-" + first.substr(4, 2);
}

void add_coverage(const Xapian::Database& database, Status& status) {
  const std::string every;
  for (auto at = database.postlist_begin(every);
       at != database.postlist_end(every); ++at) {
    const auto document = database.get_document(*at, Xapian::DOC_ASSUME_VALID);
    const std::string period = period_of(document.get_value(kSlotDateBegin),
                                         document.get_value(kSlotDateEnd));
    ++status.sources[document.get_value(kSlotSource)][period];
    if (period.empty()) ++status.undated;
  }
}

void add_languages(const Xapian::Database& database, Status& status) {
  const auto end = database.allterms_end("L");
  for (auto term = database.allterms_begin("L"); term != end; ++term)
    status.languages[(*term).substr(1)] = term.get_termfreq();
}

/// The settings of a root that are set.
ordered_json set_in(const RootSettings& settings) {
  const auto none = ordered_json::parse(to_json(RootSettings{}));
  const auto all = ordered_json::parse(to_json(settings));
  auto set = ordered_json::object();
  for (const auto& [name, value] : all.items())
    if (!none.contains(name) || none.at(name) != value) set[name] = value;
  return set;
}

ordered_json settings_json(const Status& status) {
  auto roots = ordered_json::array();
  for (const auto& root : status.roots)
    roots.push_back({{"path", root.path.string()},
                     {"name", root.name},
                     {"format", root.format},
                     {"settings", set_in(root.settings)}});
  auto settings = ordered_json::parse(to_json(status.settings));
  settings["roots"] = std::move(roots);
  return settings;
}

std::string period_name(const std::string& period) {
  return period.empty() ? "undated" : period;
}

}  // namespace

Status status_of(const std::filesystem::path& archive) {
  Status status;
  status.generation = live_generation(archive);
  const auto database = open_archive(archive);
  status.roots = roots_from_json(database.get_metadata("roots"));
  status.settings = settings_from_json(database.get_metadata("settings"));
  auto key = database.metadata_keys_begin("file:");
  for (; key != database.metadata_keys_end("file:"); ++key) ++status.files;
  status.stories = database.get_doccount();
  add_coverage(database, status);
  add_languages(database, status);
  status.generations = generations(archive);
  status.withdrawn = withdrawals(archive).size();
  status.report = file_text(archive / "report.json");
  status.last_good = last_good_run(status.report);
  return status;
}

std::optional<std::chrono::seconds> age(const Status& status) {
  const auto then = from_iso_utc(status.last_good);
  if (!then) return std::nullopt;
  return std::chrono::seconds((now_nanoseconds() - *then) / 1'000'000'000);
}

std::string to_text(const Status& status) {
  std::string text;
  const auto line = [&](std::string_view name, const std::string& value) {
    text += fmt::format("{:<12} {}\n", name, value);
  };
  line("generation", fmt::format("{} ({} kept)", status.generation,
                                 status.generations.size() - 1));
  for (const auto& root : status.roots) {
    line("root", root.path.string());
    const auto set = set_in(root.settings);
    for (const auto& [name, value] : set.items())
      line("setting", fmt::format("{} = {}", name, value.dump()));
  }
  for (const auto& [source, home] : status.settings.homes)
    line("home", fmt::format("{} = {}", source, home));
  if (const auto rows = status.settings.overrides.size(); rows > 0)
    line("overrides", std::to_string(rows));
  line("files", std::to_string(status.files));
  line("stories",
       fmt::format("{}, {} undated", status.stories, status.undated));
  if (status.withdrawn > 0) line("withdrawn", std::to_string(status.withdrawn));
  for (const auto& [language, stories] : status.languages)
    line("language", fmt::format("{:<8} {:>8}", language, stories));
  for (const auto& [source, coverage] : status.sources)
    for (const auto& [period, stories] : coverage)
      line("coverage",
           fmt::format("{:<8} {:>8}  {}", period_name(period), stories,
                       source.empty() ? "(no source)" : source));
  const auto report = report_in(status.report);
  if (report.is_null()) return text;
  line("last run",
       fmt::format("{} {}, {} problems", report.value("finished", ""),
                   report.value("outcome", ""),
                   report.value("problems", ordered_json()).size()));
  return text;
}

std::string to_json(const Status& status) {
  ordered_json coverage = ordered_json::array();
  for (const auto& [source, periods] : status.sources)
    for (const auto& [period, stories] : periods)
      coverage.push_back({{"source", source},
                          {"period", period_name(period)},
                          {"stories", stories}});
  std::vector<std::string> roots;
  for (const auto& root : status.roots) roots.push_back(root.path.string());
  const ordered_json all{{"generation", status.generation},
                         {"generations", status.generations},
                         {"roots", roots},
                         {"settings", settings_json(status)},
                         {"files", status.files},
                         {"stories", status.stories},
                         {"undated", status.undated},
                         {"withdrawn", status.withdrawn},
                         {"languages", status.languages},
                         {"coverage", coverage},
                         {"last_good", status.last_good},
                         {"report", report_in(status.report)}};
  return all.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace broadsheet
