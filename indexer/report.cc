#include "indexer/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, kFileStates> kFileStateNames = {
    "indexed", "unchanged", "moved", "duplicate",
    "ignored", "skipped",   "failed"};
constexpr std::array<std::string_view, kStoryStates> kStoryStateNames = {
    "indexed", "unchanged", "replaced", "duplicate", "withdrawn", "failed"};
constexpr std::array<std::string_view, 4> kOutcomeNames = {
    "published", "nothing_to_do", "refused", "interrupted"};

std::size_t sum(const auto& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

void put_counts(ordered_json& to, const auto& names, const auto& counts) {
  for (std::size_t i = 0; i < names.size(); ++i)
    to[std::string(names[i])] = counts[i];
}

ordered_json files_of(const Report& report) {
  ordered_json files{{"seen", report.files_seen()}};
  put_counts(files, kFileStateNames, report.files);
  files["vanished"] = report.files_vanished;
  files["excluded"] = report.files_excluded;
  files["ignored_by_extension"] = report.ignored;
  return files;
}

ordered_json stories_of(const Report& report) {
  ordered_json stories{{"read", report.stories_read()}};
  put_counts(stories, kStoryStateNames, report.stories);
  stories["removed"] = report.stories_removed;
  stories["undated"] = report.stories_undated;
  stories["hidden"] = report.stories_hidden;
  stories["copies"] = report.stories_copies;
  stories["total"] = report.stories_total;
  return stories;
}

ordered_json json_of(const Problem& problem) {
  return {{"origin", problem.origin},
          {"kind", problem.kind},
          {"why", problem.why},
          {"first_seen", problem.first_seen},
          {"new", problem.is_new}};
}

/// "indexed 12, unchanged 3": what is not zero.
std::string listed(const auto& names, const auto& counts) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (counts[i] == 0) continue;
    if (!list.empty()) list += ", ";
    list += fmt::format("{} {}", names[i], counts[i]);
  }
  return list.empty() ? "none" : list;
}

}  // namespace

std::string_view to_string(FileState state) {
  return kFileStateNames[static_cast<std::size_t>(state)];
}

std::string_view to_string(StoryState state) {
  return kStoryStateNames[static_cast<std::size_t>(state)];
}

Problem file_problem(const std::string& origin, const std::string& why) {
  Problem problem;
  problem.origin = origin;
  problem.kind = "file";
  problem.why = why;
  return problem;
}

std::string_view to_string(Outcome outcome) {
  return kOutcomeNames[static_cast<std::size_t>(outcome)];
}

std::size_t Report::files_seen() const {
  return sum(files);
}
std::size_t Report::stories_read() const {
  return sum(stories);
}

std::size_t Report::losses() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(problems, [&](const Problem& problem) {
        return problem.lost && (problem.is_new || !only_new);
      }));
}

std::string to_json(const Report& report) {
  ordered_json json{{"outcome", to_string(report.outcome)},
                    {"exit", report.exit},
                    {"started", report.started},
                    {"finished", report.finished},
                    {"seconds", report.seconds},
                    {"bytes", report.bytes},
                    {"command", report.command},
                    {"version", BROADSHEET_VERSION},
                    {"roots", report.roots},
                    {"generation", report.generation},
                    {"previous_generation", report.previous_generation},
                    {"files", files_of(report)},
                    {"stories", stories_of(report)},
                    {"last_good", report.last_good},
                    {"problems", ordered_json::array()}};
  if (!report.refusal.empty()) json["refusal"] = report.refusal;
  if (!report.note.empty()) json["note"] = report.note;
  if (report.resumed) json["resumed"] = *report.resumed;
  for (const auto& problem : report.problems)
    json["problems"].push_back(json_of(problem));
  return json.dump(1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string to_string(const Problem& problem) {
  return fmt::format("{}: {}{}", problem.origin, problem.why,
                     problem.lost ? "; skipped" : "");
}

std::string summary(const Report& report) {
  std::string text;
  const auto line = [&](std::string_view name, const std::string& value) {
    text += fmt::format("{:<9}{}\n", name, value);
  };
  for (const auto& problem : report.problems)
    text += fmt::format("{}{}\n", to_string(problem),
                        problem.is_new ? "" : " (as before)");
  line("files", fmt::format("{} seen: {}", report.files_seen(),
                            listed(kFileStateNames, report.files)));
  if (report.files_vanished > 0)
    line("", fmt::format("{} vanished", report.files_vanished));
  if (report.files_excluded > 0)
    line("", fmt::format("{} excluded by the settings", report.files_excluded));
  line("stories", fmt::format("{} read: {}", report.stories_read(),
                              listed(kStoryStateNames, report.stories)));
  if (report.stories_removed > 0)
    line("", fmt::format("{} removed", report.stories_removed));
  const std::string copies =
      report.stories_copies == 0
          ? ""
          : fmt::format(", {} copies of others", report.stories_copies);
  line("total", fmt::format("{} stories, {} undated{}", report.stories_total,
                            report.stories_undated, copies));
  line("problems", fmt::format("{}", report.problems.size()));
  if (!report.refusal.empty()) line("refused", report.refusal);
  if (!report.note.empty()) line("note", report.note);
  if (report.resumed)
    line("resumed:", fmt::format(" {} files kept", *report.resumed));
  line(to_string(report.outcome),
       fmt::format(" {} in {:.1f} s", report.generation, report.seconds));
  return text;
}

}  // namespace broadsheet
