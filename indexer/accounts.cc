#include "indexer/accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "common/cli/error.h"
#include "common/index/fields.h"
#include "indexer/clock.h"
#include "indexer/ledger.h"

namespace broadsheet {
namespace {

/// In the end. `id`: empty if another file gives the story.
StoryState state_of(const RunState& run, const std::string& id,
                    StoryState state) {
  if (id.empty()) return StoryState::kDuplicate;
  const bool same =
      state == StoryState::kReplaced && run.target->proved_unchanged(id);
  return same ? StoryState::kUnchanged : state;
}

/// The stories of a file that was read; a file is a duplicate if it has some,
/// and others have a better claim on every one.
FileState count_read(const RunState& run, const std::string& origin,
                     const ReadFile& read, FileState state, Report& report) {
  bool any_own = read.stories.empty();
  report.count(StoryState::kDuplicate, read.repeats);
  for (const auto& story : read.stories) {
    const auto id = run.claims.story_of(origin, story.claim);
    any_own |= !id.empty();
    report.count(state_of(run, id, story.state));
  }
  const bool whole =
      state == FileState::kIndexed || state == FileState::kUnchanged;
  return any_own || !whole ? state : FileState::kDuplicate;
}

void count_kept(const RunState& run, const FileEntry& entry, Report& report) {
  for (const auto& claim : entry.stories) {
    const auto story = run.claims.story_of(entry.origin, claim);
    report.count(story.empty()                  ? StoryState::kDuplicate
                 : run.withholding.names(claim) ? StoryState::kWithdrawn
                                                : StoryState::kUnchanged);
  }
}

void count_ignored(const std::string& origin, Report& report) {
  const auto extension = std::filesystem::path(origin).extension().string();
  ++report.ignored[extension.empty() ? "(none)" : extension];
}

void check_loss(const RunState& run, const std::string& what,
                std::size_t before, std::size_t now) {
  if (now >= before ||
      (before - now) * 100 <= before * run.options.allow_shrink)
    return;
  throw Error(
      fmt::format("{} would shrink from {} stories to {}", what, before, now),
      "if that is right, say --allow-shrink (or =PERCENT)");
}

/// Does a story of the archive have an origin that the pattern matches?
bool any_origin_matches(const Xapian::Database& database,
                        const std::string& pattern) {
  const Glob glob(pattern);
  const std::string prefix(find_field("origin")->prefix);
  const std::string all =
      prefix + pattern.substr(0, pattern.find_first_of("*?"));
  const auto end = database.allterms_end(all);
  for (auto term = database.allterms_begin(all); term != end; ++term)
    if (glob.matches((*term).substr(prefix.size()))) return true;
  return false;
}

/// Is there a story that a row tells of, though none was read that it told?
bool tells_of_any(const RunState& run, const Override& row) {
  if (!row.id.empty()) return !run.claims.owner(row.id).empty();
  return !run.options.rebuild &&
         any_origin_matches(run.live.database, row.origin);
}

void note_idle_overrides(const RunState& run, Report& report) {
  std::set<std::size_t> used;
  for (const auto& [origin, read] : run.read)
    used.insert(read.overrides.begin(), read.overrides.end());
  for (std::size_t row = 0; row < run.settings.overrides.size(); ++row) {
    const Override& idle = run.settings.overrides[row];
    if (used.contains(row) || tells_of_any(run, idle)) continue;
    Problem problem;
    problem.origin = idle.row;
    problem.kind = "override";
    problem.first_seen = iso_utc(run.started).substr(0, 10);
    problem.why = fmt::format(
        "no story {} {}", idle.id.empty() ? "has the origin" : "with the id",
        idle.id.empty() ? idle.origin : idle.id);
    report.problems.push_back(std::move(problem));
  }
}

}  // namespace

void count(const RunState& run, Report& report) {
  report.bytes = run.bytes;
  for (const auto& [origin, state] : run.file_states) {
    const auto read = run.read.find(origin);
    const FileEntry* entry = run.live.file(origin);
    FileState settled = state;
    if (read != run.read.end())
      settled = count_read(run, origin, read->second, state, report);
    else if (entry != nullptr)
      count_kept(run, *entry, report);
    report.count(settled);
    if (settled == FileState::kIgnored) count_ignored(origin, report);
  }
  for (const auto& [origin, problems] : run.problems)
    std::ranges::copy(problems, std::back_inserter(report.problems));
  for (const auto& problem : report.problems)
    if (problem.kind == "record" && problem.lost)
      report.count(StoryState::kFailed);
  note_idle_overrides(run, report);
  if (run.options.known) mark_known(*run.options.known, report.problems);
}

void check_shrinkage(const RunState& run) {
  const auto now = run.claims.stories_by_root();
  const bool forgets = run.options.replace_roots;
  std::size_t all_before = 0, all_now = 0;
  for (const auto& [root, stories] : run.stories_before) {
    const auto at = now.find(root);
    const std::size_t left = at == now.end() ? 0 : at->second;
    const bool kept = std::ranges::find(run.plan.roots, root, &Root::name) !=
                      run.plan.roots.end();
    if (kept || !forgets)
      check_loss(run, fmt::format("root {}", root), stories, left);
    all_before += stories;
    all_now += left;
  }
  if (!forgets) check_loss(run, "the archive", all_before, all_now);
}

void check_strict(const RunState& run, const Report& report) {
  if (run.options.strict && report.losses() > 0)
    throw Error(
        fmt::format("--strict: {} records or files were lost", report.losses()),
        "the report lists them");
}

void check_accounts(const RunState& run, const Report& report) {
  const std::size_t before =
      run.options.rebuild ? 0 : run.live.database.get_doccount();
  const std::size_t came = report.of(StoryState::kIndexed);
  if (before + came == report.stories_total + report.stories_removed) return;
  throw Error(
      fmt::format("the accounts do not balance: {} stories before, {} "
                  "indexed, {} removed, {} now",
                  before, came, report.stories_removed, report.stories_total),
      "this is a fault of the program; nothing was published");
}

}  // namespace broadsheet
