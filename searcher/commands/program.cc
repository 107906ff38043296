// The commands of `searcher`, one row each.
#include "searcher/commands/program.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "common/cli/program.h"
#include "common/index/fields.h"
#include "searcher/commands/run.h"
#include "searcher/request.h"

namespace broadsheet {
namespace {

int list_fields(const Arguments&) {
  std::string text;
  for (const auto& field : fields()) {
    std::string name(field.name);
    if (!field.aliases.empty()) name += fmt::format(" ({})", field.aliases);
    text += fmt::format("{:<22} {}\n", name, field.help);
  }
  write_out(text);
  return kExitOk;
}

const std::vector<Command>& commands() {
  static const std::vector<Option> kFind = {
      {"facets", "LIST", "what the stories share: source,topic,people,..."},
      {"collapse", "[exact|near|loose]", "one story for all its wire copies"},
      {"since-last", "NAME", "only what came since the last run of that name"}};
  static const std::vector<Option> kManifest = {
      {"manifest", "FILE",
       "write what was asked and a digest of what is found"}};
  static const std::vector<Option> kWith = {
      {"with", "NAME", "in the stories that name this person"}};
  static const std::vector<Option> kWithin = {
      {"within", "PLACE", "stories about it, and the places that lie in it"}};
  static const std::vector<Option> kHits = {
      {"hits", "N", "the first N stories of each query, not a row"}};
  static const std::vector<Option> kOne = {
      {"id", "ID", "why this story ranks where it does"}};
  static const std::vector<Option> kBy = {
      {"by", "PERIOD", "year, month (the default) or day"},
      {"split", "FACET[:N]", "a chart for each of the N most frequent values"}};
  static const std::vector<Command> commands = {
      {"find", "QUERY...", "ranked stories",
       joined({kArchiveOptions, kQueryOptions, kOrderOptions, kFind, kWithin,
               kManifest, kPageOptions, kOutputOptions}),
       find},
      {"show", "ID...", "whole stories, with their people and places",
       joined({kArchiveOptions, kOutputOptions}), show},
      {"people", "[QUERY]", "who is in the archive, or in the stories found",
       joined({kArchiveOptions, kQueryOptions, kWith, kManifest, kPageOptions,
               kOutputOptions}),
       people},
      {"places", "[QUERY]", "which are in the archive, or in the stories found",
       joined({kArchiveOptions, kQueryOptions, kWith, kWithin, kManifest,
               kPageOptions, kOutputOptions}),
       places},
      {"timeline", "[QUERY]", "how many stories, period by period",
       joined({kArchiveOptions, kQueryOptions, kBy, kManifest, kOutputOptions}),
       timeline},
      {"batch", "FILE", "many queries, one table of what each finds",
       joined({kArchiveOptions, kQueryOptions, kOrderOptions, kHits,
               kOutputOptions}),
       batch},
      {"similar", "ID", "stories like one, by its most telling words",
       joined(
           {kArchiveOptions, {kIncludeOption}, kPageOptions, kOutputOptions}),
       similar},
      {"explain", "QUERY...", "the query as understood, with counts",
       joined({kArchiveOptions, kQueryOptions, kOrderOptions, kOne}), explain},
      {"fields", "", "the fields a query may name", {}, list_fields},
  };
  return commands;
}

}  // namespace

const Program& searcher_program() {
  static const Program program{
      "searcher", "searcher: ranked answers from a Broadsheet news archive",
      commands(), "Exit codes: 0 found; 1 nothing found; 2 error\n"};
  return program;
}

}  // namespace broadsheet
