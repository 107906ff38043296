#include "indexer/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <thread>

#include "common/cli/error.h"
#include "common/cli/program.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "common/index/withdrawn.h"
#include "indexer/forecast.h"
#include "indexer/formats/formats.h"
#include "indexer/ledger.h"
#include "indexer/overrides.h"
#include "indexer/quantity.h"
#include "indexer/rollback.h"
#include "indexer/run.h"
#include "indexer/source_homes.h"
#include "indexer/status.h"
#include "indexer/verdict.h"
#include "indexer/withdrawal.h"

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
  options.loader = loader == "api" ? Loader::kApi : Loader::kBulk;
  return options;
}

Retention retention_of(const Arguments& arguments) {
  Retention retention;
  retention.keep = arguments.number("keep").value_or(retention.keep);
  if (arguments.has("keep-for"))
    retention.keep_for = duration_of("keep-for", arguments.text("keep-for"));
  return retention;
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
  if (arguments.has("known"))
    options.known = problems_in_report(arguments.text("known"));
  options.allow_shrink = allowed_loss(arguments);
  options.progress =
      arguments.has("quiet")
          ? ProgressMode::kNever
          : progress_mode_named(arguments.text("progress", "auto"));
  options.how = rebuild_options_of(arguments);
  options.retention = retention_of(arguments);
  return options;
}

/// Runs, or tells what a run would do.
int run_command(const Arguments& arguments, const RunOptions& options) {
  if (arguments.has("dry-run")) {
    write_out(to_text(forecast(options)));
    return kExitOk;
  }
  const Report report = run(options);
  if (!arguments.has("quiet")) write_error(summary(report));
  return report.exit;
}

int update(const Arguments& arguments) {
  RunOptions options = run_options_of(arguments);
  options.command = "update";
  return run_command(arguments, options);
}

int rebuild(const Arguments& arguments) {
  RunOptions options = run_options_of(arguments);
  options.command = "rebuild";
  options.rebuild = true;
  return run_command(arguments, options);
}

/// --format: is it to be JSON, not text?
bool wants_json(const Arguments& arguments) {
  const std::string format = arguments.text("format", "text");
  if (format != "text" && format != "json")
    throw Error(fmt::format("--format {}: must be text or json", format));
  return format == "json";
}

/// --max-age: is the last good run too long ago?
int judged(const Arguments& arguments, const Status& found) {
  if (!arguments.has("max-age")) return kExitOk;
  const std::string typed = arguments.text("max-age");
  const auto most = duration_of("max-age", typed);
  const auto since = age(found);
  if (since && *since <= most) return kExitOk;
  write_error(since ? fmt::format("indexer: the last good run ended {}, more "
                                  "than {} ago\n",
                                  found.last_good, typed)
                    : std::string("indexer: there was no good run\n"));
  return kExitNothing;
}

int status(const Arguments& arguments) {
  const bool json = wants_json(arguments);
  const Status found = status_of(archive_of(arguments));
  write_out(json ? to_json(found) : to_text(found));
  return judged(arguments, found);
}

int rollback(const Arguments& arguments) {
  const Report report =
      roll_back(archive_of(arguments), arguments.text("report"));
  if (!arguments.has("quiet"))
    write_error(fmt::format("{} published again, {} stories; {} left\n",
                            report.generation, report.stories_total,
                            report.previous_generation));
  return report.exit;
}

int verify(const Arguments& arguments) {
  const bool json = wants_json(arguments);
  const Verdict verdict = broadsheet::verify(
      {archive_of(arguments), arguments.words, arguments.has("checksum")},
      jobs_of(arguments));
  write_out(json ? to_json(verdict) : to_text(verdict));
  return verdict.exit();
}

int withdraw(const Arguments& arguments) {
  if (arguments.words.empty())
    throw Error("withdraw which story?", "give the ids that `searcher` prints");
  const Withdrawn done = broadsheet::withdraw(
      {archive_of(arguments), arguments.words, arguments.text("reason"),
       arguments.text("report")});
  std::string text;
  for (const auto& id : done.ids) text += fmt::format("withdrawn {}\n", id);
  for (const auto& id : done.near) text += fmt::format("near copy {}\n", id);
  write_out(text);
  return kExitOk;
}

int restore(const Arguments& arguments) {
  if (arguments.words.empty())
    throw Error("restore which story?", "`indexer withdrawn` lists them");
  const auto stories =
      broadsheet::restore(archive_of(arguments), arguments.words);
  if (!arguments.has("quiet"))
    write_error(
        fmt::format("{} off the list; the next update reads their "
                    "files again\n",
                    stories));
  return kExitOk;
}

int withdrawn(const Arguments& arguments) {
  const bool json = wants_json(arguments);
  const std::string archive = archive_of(arguments);
  live_generation(archive);
  const auto list = withdrawals(archive);
  write_out(json ? to_json(list) : to_text(list));
  return kExitOk;
}

int learn_sources(const Arguments& arguments) {
  write_out(to_toml(learn_homes(archive_of(arguments))));
  return kExitOk;
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
    text +=
        fmt::format("{:<12} {:<14} {}\n", field.name, field.prefix, field.help);
  write_out(text);
  return kExitOk;
}

const std::vector<Command>& commands() {
  static const Option kDb = {"db", "DB", "the archive (or BROADSHEET_DB)"};
  static const Option kFormat = {"format", "NAME", "text or json"};
  static const Option kReport = {"report", "FILE",
                                 "write the report there too"};
  static const Option kQuiet = {"quiet", "", "no summary, no progress"};
  static const Option kJobs = {"jobs", "N", "threads (default: one a core)"};
  static const std::vector<Option> kRun = {
      kDb,
      {"as", "FORMAT", "read every file of these PATHs as this format"},
      {"map", "FIELD=KEY", "where JSON records keep a field; repeatable"},
      {"config", "FILE", "settings of roots and sources; remembered"},
      {"overrides", "FILE", "CSV: what holds for single stories; remembered"},
      {"checksum", "", "read files too whose size and times are unchanged"},
      {"dry-run", "", "change nothing; tell what the run would do"},
      {"strict", "", "publish nothing if any record or file is lost"},
      {"allow-shrink", "[PERCENT]", "let the archive lose stories"},
      kReport,
      {"known", "FILE",
       "an earlier report: its problems are no reason for "
       "exit code 1"},
      {"progress", "WHEN", "auto (on a terminal), always or never"},
      kQuiet,
      kJobs,
      {"memory", "SIZE", "for all but the program itself (default 512M)"},
      {"loader", "NAME", "auto, or api: Xapian's own writer"},
      {"keep", "N", "generations to roll back to (default 1)"},
      {"keep-for", "TIME",
       "keep what was live since, such as 30m (default 1h)"},
  };
  static const std::vector<Option> kRebuild = [] {
    auto options = kRun;
    options.push_back({"replace-roots", "", "forget roots that are not named"});
    return options;
  }();
  static const std::vector<Command> commands = {
      {"update", "[PATH...]",
       "add what is new, replace what changed, drop what vanished", kRun,
       update},
      {"rebuild", "[PATH...]",
       "a new generation beside the live one; checked; published", kRebuild,
       rebuild},
      {"verify",
       "[PATH...]",
       "is the archive sound, and does it equal its files",
       {kDb,
        {"checksum", "", "read every file, not only those that look changed"},
        kFormat,
        kJobs},
       verify},
      {"status",
       "",
       "what the archive holds",
       {kDb,
        kFormat,
        {"max-age", "TIME", "exit code 1 if the last good run is older: 26h"}},
       status},
      {"rollback",
       "",
       "publish the generation before this one again",
       {kDb, kReport, kQuiet},
       rollback},
      {"withdraw",
       "ID...",
       "take stories down for good",
       {kDb, {"reason", "TEXT", "why; kept with the id and the time"}, kReport},
       withdraw},
      {"restore",
       "ID...",
       "take stories off the list of those withdrawn",
       {kDb, kQuiet},
       restore},
      {"withdrawn",
       "",
       "which stories were withdrawn, when and why",
       {kDb, kFormat},
       withdrawn},
      {"learn-sources",
       "",
       "propose where sources are at home, by their datelines",
       {kDb},
       learn_sources},
      {"formats", "", "the formats it reads", {}, list_formats},
      {"fields", "", "the fields of the index", {}, list_fields},
  };
  return commands;
}

}  // namespace

const Program& indexer_program() {
  static const Program program{
      "indexer", "indexer: makes a searchable archive of news articles",
      commands(),
      "Exit codes: 0 all was read; 1 some records or files were not, and are\n"
      "listed; 2 refused or failed, nothing published; 75 another indexer is\n"
      "at work; 130 and 143 interrupted. Of verify: 0 sound and equal to its\n"
      "files; 1 differs from them; 2 damaged.\n"};
  return program;
}

}  // namespace broadsheet
