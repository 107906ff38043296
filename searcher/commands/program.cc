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
      {"sort", "ORDER", "relevance, newest or oldest"},
      {"expand", "", "order by the telling words of the first stories too"},
      {"facets", "LIST", "what the stories share: source,topic,people,..."}};
  static const std::vector<Option> kHiding = {
      {"include", "LIST",
       "show hidden stories too: killed,embargoed,versions"}};
  static const std::vector<Option> kOne = {
      {"id", "ID", "why this story ranks where it does"}};
  static const std::vector<Option> kBy = {
      {"by", "PERIOD", "year, month (the default) or day"}};
  static const std::vector<Option> kShown = {
      {"format", "NAME", "text, json, jsonl, csv, trec or ids"},
      {"fields", "LIST", "the columns of csv, the keys of json"},
      {"color", "WHEN", "auto, always or never"}};
  static const std::vector<Command> commands = {
      {"find", "QUERY...", "ranked stories",
       joined({kArchiveOptions, kQueryOptions, kFind, kOutputOptions}), find},
      {"show", "ID...", "whole stories, with their people and places",
       joined({kArchiveOptions, kShown}), show},
      {"people", "[QUERY]", "who is in the archive, or in the stories found",
       joined({kArchiveOptions, kQueryOptions, kOutputOptions}), people},
      {"places", "[QUERY]", "what places are",
       joined({kArchiveOptions, kQueryOptions, kOutputOptions}), places},
      {"timeline", "[QUERY]", "how many stories, period by period",
       joined({kArchiveOptions, kQueryOptions, kBy, kShown}), timeline},
      {"similar", "ID", "stories like one, by its most telling words",
       joined({kArchiveOptions, kHiding, kOutputOptions}), similar},
      {"explain", "QUERY...", "the query as understood, with counts",
       joined({kArchiveOptions, kQueryOptions, kOne}), explain},
      {"fields", "", "the fields a query may name", {}, list_fields},
  };
  return commands;
}

}  // namespace

const Program& searcher_program() {
  static const Program program{
      "searcher", "searcher: ranked answers from a Broadsheet news archive",
      commands()};
  return program;
}

}  // namespace broadsheet
