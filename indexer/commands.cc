#include "indexer/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <thread>

#include "common/cli/error.h"
#include "common/cli/program.h"
#include "common/index/fields.h"
#include "indexer/formats/formats.h"
#include "indexer/generations.h"
#include "indexer/overrides.h"
#include "indexer/run.h"
#include "indexer/status.h"
#include "indexer/verdict.h"

namespace broadsheet {
namespace {

std::string archive_of(const Arguments& arguments) {
  if (arguments.has("db")) return arguments.text("db");
  const char* environment = std::getenv("BROADSHEET_DB");
  if (environment == nullptr || *environment == '\0')
    throw Error("which archive?", "give --db DB, or set BROADSHEET_DB");
  return environment;
}

/// --map FIELD=KEY, as often as given.
std::map<std::string, std::string> field_map_of(const Arguments& arguments) {
  std::map<std::string, std::string> map;
  for (const auto& row : arguments.all("map")) {
    const auto equals = row.find('=');
    if (equals == std::string::npos || equals == 0)
      throw Error(fmt::format("--map {}: wants FIELD=KEY", row),
                  "for example --map headline=content.title");
    map[row.substr(0, equals)] = row.substr(equals + 1);
  }
  return map;
}

unsigned allowed_loss(const Arguments& arguments) {
  if (!arguments.has("allow-shrink")) return 10;
  if (arguments.text("allow-shrink").empty()) return 100;
  const auto percent = arguments.number("allow-shrink").value_or(100);
  if (percent > 100)
    throw Error(fmt::format("--allow-shrink={}: is above 100", percent));
  return static_cast<unsigned>(percent);
}

/// "512M": bytes, with K, M or G behind them.
std::size_t size_of(std::string_view option, const std::string& typed) {
  constexpr std::string_view kUnits = "KMG";
  std::size_t bytes = 0;
  const auto [end, error] =
      std::from_chars(typed.data(), typed.data() + typed.size(), bytes);
  const std::string_view unit(end, typed.data() + typed.size());
  const auto power = kUnits.find(unit.substr(0, 1));
  if (error != std::errc() || unit.size() > 1 || power == kUnits.npos)
    throw Error(fmt::format("--{} {}: not a size", option, typed),
                "for example 512M");
  return unit.empty() ? bytes : bytes << (10 * (power + 1));
}

unsigned jobs_of(const Arguments& arguments) {
  const auto jobs = arguments.number("jobs").value_or(
      std::max(1U, std::thread::hardware_concurrency()));
  if (jobs == 0 || jobs > 256) throw Error("--jobs: must be from 1 to 256");
  return static_cast<unsigned>(jobs);
}

RebuildOptions rebuild_options_of(const Arguments& arguments) {
  RebuildOptions options;
  options.jobs = jobs_of(arguments);
  if (arguments.has("memory"))
    options.memory = size_of("memory", arguments.text("memory"));
  if (options.memory < (std::size_t{16} << 20))
    throw Error("--memory: must be 16M at least");
  const std::string loader = arguments.text("loader", "auto");
  if (loader != "auto" && loader != "api")
    throw Error(fmt::format("--loader {}: must be auto or api", loader));
  options.loader = loader == "api" ? Loader::kApi : Loader::kAuto;
  return options;
}

RunOptions run_options_of(const Arguments& arguments) {
  RunOptions options;
  options.archive = archive_of(arguments);
  options.paths = arguments.words;
  options.format = arguments.text("as");
  if (!options.format.empty()) format_named(options.format);
  options.read.field_map = field_map_of(arguments);
  if (arguments.has("config"))
    options.config = read_config(arguments.text("config"));
  if (arguments.has("overrides"))
    options.overrides = read_overrides(arguments.text("overrides"));
  options.replace_roots = arguments.has("replace-roots");
  options.strict = arguments.has("strict");
  options.checksum = arguments.has("checksum");
  options.report = arguments.text("report");
  options.allow_shrink = allowed_loss(arguments);
  options.how = rebuild_options_of(arguments);
  return options;
}

int run_command(const Arguments& arguments, RunOptions options) {
  const Report report = run(options);
  if (!arguments.has("quiet")) write_error(summary(report));
  return report.exit;
}

int update(const Arguments& arguments) {
  RunOptions options = run_options_of(arguments);
  options.command = "update";
  return run_command(arguments, std::move(options));
}

int rebuild(const Arguments& arguments) {
  RunOptions options = run_options_of(arguments);
  options.command = "rebuild";
  options.rebuild = true;
  return run_command(arguments, std::move(options));
}

/// --format: is it to be JSON, not text?
bool wants_json(const Arguments& arguments) {
  const std::string format = arguments.text("format", "text");
  if (format != "text" && format != "json")
    throw Error(fmt::format("--format {}: must be text or json", format));
  return format == "json";
}

int status(const Arguments& arguments) {
  const bool json = wants_json(arguments);
  const Status found = status_of(archive_of(arguments));
  write_out(json ? to_json(found) : to_text(found));
  return kExitOk;
}

int verify(const Arguments& arguments) {
  const bool json = wants_json(arguments);
  const Verdict verdict = broadsheet::verify(
      {archive_of(arguments), arguments.words, arguments.has("checksum")},
      jobs_of(arguments));
  write_out(json ? to_json(verdict) : to_text(verdict));
  return verdict.exit();
}

int list_formats(const Arguments&) {
  std::string text;
  for (const auto& format : formats())
    text += fmt::format("{:<14} {:<20} {}\n", format.name, format.extensions,
                        format.help);
  write_out(text);
  return kExitOk;
}

int list_fields(const Arguments&) {
  std::string text;
  for (const auto& field : fields())
    text += fmt::format("{:<12} {:<14} {}\n", field.name, field.prefix,
                        field.help);
  write_out(text);
  return kExitOk;
}

const std::vector<Command>& commands() {
  static const Option kDb = {"db", "DB", "the archive (or BROADSHEET_DB)"};
  static const Option kFormat = {"format", "NAME", "text or json"};
  static const Option kJobs = {"jobs", "N", "threads (default: one a core)"};
  static const std::vector<Option> kRun = {
      kDb,
      {"as", "FORMAT", "read every file of these PATHs as this format"},
      {"map", "FIELD=KEY", "where JSON records keep a field; repeatable"},
      {"config", "FILE", "settings of roots and sources; remembered"},
      {"overrides", "FILE", "CSV: what holds for single stories; remembered"},
      {"checksum", "", "read files too whose size and times are unchanged"},
      {"strict", "", "publish nothing if any record or file is lost"},
      {"allow-shrink", "[PERCENT]", "let the archive lose stories"},
      {"report", "FILE", "write the report there too"},
      {"quiet", "", "no summary"},
  };
  static const std::vector<Option> kRebuild = [] {
    auto options = kRun;
    options.push_back({"replace-roots", "", "forget roots that are not named"});
    options.push_back(kJobs);
    options.push_back({"memory", "SIZE", "for buffers, in all (default 512M)"});
    options.push_back({"loader", "NAME", "auto, or api: Xapian's own writer"});
    return options;
  }();
  static const std::vector<Command> commands = {
      {"update", "[PATH...]",
       "add what is new, replace what changed, drop what vanished", kRun,
       update},
      {"rebuild", "[PATH...]",
       "a new generation beside the live one; checked; published", kRebuild,
       rebuild},
      {"verify", "[PATH...]", "is the archive sound, and does it equal its files",
       {kDb,
        {"checksum", "", "read every file, not only those that look changed"},
        kFormat,
        kJobs},
       verify},
      {"status", "", "what the archive holds", {kDb, kFormat}, status},
      {"formats", "", "the formats it reads", {}, list_formats},
      {"fields", "", "the fields of the index", {}, list_fields},
  };
  return commands;
}

}  // namespace

const Program& indexer_program() {
  static const Program program{
      "indexer", "indexer: makes a searchable archive of news articles",
      commands()};
  return program;
}

}  // namespace broadsheet
