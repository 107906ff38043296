#include "indexer/run.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/claims.h"
#include "indexer/clock.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/generations.h"
#include "indexer/identity.h"
#include "indexer/intake.h"
#include "indexer/live.h"
#include "indexer/overrides.h"
#include "indexer/plan.h"
#include "indexer/target.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// A story of a file read in this run.
struct ReadStory {
  std::string id;
  StoryState state;
};

/// What a file gave in this run.
struct ReadFile {
  std::vector<ReadStory> stories;  ///< as in its entry
  std::size_t repeats = 0;         ///< stories whose id it had given already
};

/// The live generation. A rebuild that forgets the roots does without one that
/// is damaged or of another version.
Live live_of(const RunOptions& options) {
  const bool dispensable = options.rebuild && options.replace_roots;
  std::string fault;
  try {
    return load_live(options.archive);
  } catch (const Error& error) {
    fault = error.what();
  } catch (const Xapian::Error& error) {
    fault = error.get_description();
  }
  if (dispensable) return {};
  throw Error(fault, "rebuild --replace-roots PATH... makes the archive anew");
}

/// What the options say, else what the archive remembers.
Settings settings_of(const RunOptions& options, const Live& live) {
  Settings settings = live.settings;
  if (options.config) settings.homes = options.config->homes;
  if (options.overrides) settings.overrides = *options.overrides;
  return settings;
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

class Run {
 public:
  Run(const RunOptions& options, Report& report)
      : options_(options),
        report_(report),
        started_(now_nanoseconds()),
        live_(live_of(options)),
        settings_(settings_of(options, live_)),
        overrides_(settings_.overrides),
        override_used_(settings_.overrides.size()) {
    for (const auto& [origin, entry] : live_.manifest)
      if (entry.first_origin != origin)
        left_origins_.insert(entry.first_origin);
  }

  void run() {
    plan();
    open_target();
    try {
      for (const auto& file : plan_.files) process(file);
      drop_vanished();
      note_unreadable();
      settle_contested();
      count();
      note_idle_overrides();
      check_shrinkage();
      check_strict();
      finish();
    } catch (...) {
      target_->cancel();
      throw;
    }
  }

 private:
  void plan() {
    plan_ = plan_run(options_, live_);
    for (const auto& root : plan_.roots)
      report_.roots.push_back(root.path.string());
    report_.files_excluded = plan_.excluded;
  }

  void open_target() {
    report_.previous_generation = live_.generation;
    report_.generation = options_.rebuild ? next_generation(options_.archive)
                                          : live_.generation;
    if (options_.rebuild) {
      target_ = make_rebuild_target(options_.archive, report_.generation, live_,
                                    gazetteer_, options_.how, &report_.note);
      return;
    }
    target_ = make_update_target(options_.archive, live_, gazetteer_);
    for (const auto& [origin, entry] : live_.manifest)
      for (const auto& claim : entry.stories) claims_.add(origin, claim);
  }

  // Files.

  void process(const FoundFile& file) {
    const FileEntry* old = live_.file(file.origin);
    if (!options_.rebuild && old != nullptr &&
        old->settings == settings_digest(file, *old) && is_same(*old, file))
      return keep(*old, file);
    read(file, old);
  }

  /// Of all that bears on how the stories of the file are read.
  std::string settings_digest(const FoundFile& file,
                              const FileEntry& entry) const {
    std::vector<std::string> ids;
    for (const auto& claim : entry.stories) ids.push_back(claim.id);
    const std::string rows = overrides_.digest(file.origin, ids);
    const std::string its = digest_of(file.root->settings, settings_.homes,
                                      extension_of(file.path));
    return rows.empty() ? its : its + "+" + rows;
  }

  bool is_same(const FileEntry& old, const FoundFile& file) const {
    if (old.state == FileState::kFailed) return false;
    if (is_settled(old, file.stamp) && !options_.checksum) return true;
    if (old.stamp.size != file.stamp.size) return false;
    try {
      return digest_of_file(file.path) == old.digest;
    } catch (const Error&) {
      return false;  // read() will say why
    }
  }

  /// A file whose bytes are as they were: its stories stay, its problems too.
  void keep(const FileEntry& old, const FoundFile& file) {
    const bool had_stories = old.state != FileState::kIgnored &&
                             old.state != FileState::kSkipped;
    file_states_[file.origin] =
        had_stories ? FileState::kUnchanged : old.state;
    if (old.state == FileState::kIgnored) count_ignored(file);
    problems_[file.origin] = old.problems;
    if (is_settled(old, file.stamp)) return;
    FileEntry entry = old;
    entry.stamp = file.stamp;
    entry.scanned = started_;
    save(entry);
  }

  /// Reads a file, for the first time in this run or once more.
  void read(const FoundFile& file, const FileEntry* old) {
    FileEntry entry;
    entry.origin = file.origin;
    entry.stamp = file.stamp;
    entry.scanned = started_;
    const FileEntry* from = old != nullptr ? old : moved_from(file);
    entry.first_origin =
        from != nullptr ? from->first_origin : free_origin(file.origin);
    take_claims_back(file.origin, old);
    ReadFile& read = read_[file.origin] = {};
    std::unordered_map<std::string, std::size_t> seen;
    const auto intake = read_file(file, options_.read, [&](Article&& article) {
      take(std::move(article), file, entry, seen, read);
    });
    report_.bytes += intake.bytes;
    entry.digest = intake.digest;
    settle_state(file, intake, old, from, entry);
    entry.settings = settings_digest(file, entry);
    file_states_[file.origin] = entry.state == FileState::kIndexed &&
                                        !options_.rebuild && old != nullptr &&
                                        old->digest == entry.digest &&
                                        old->settings == entry.settings
                                    ? FileState::kUnchanged
                                    : entry.state;
    save(entry);
  }

  /// Its state, its problems and, if it gave no stories, those it had.
  void settle_state(const FoundFile& file, const Intake& intake,
                    const FileEntry* old, const FileEntry* from,
                    FileEntry& entry) {
    const bool had_stories = old != nullptr && !old->stories.empty();
    auto problems = intake.problems;
    entry.state = intake.state;
    if (entry.state == FileState::kIgnored && had_stories) {
      entry.state = FileState::kSkipped;
      problems.push_back(
          file_problem(file.origin, "no format claims it any more"));
    }
    if (entry.state == FileState::kIgnored) count_ignored(file);
    if (entry.state == FileState::kIndexed && from != old)
      entry.state = FileState::kMoved;
    note_problems(problems, from, entry);
    if (had_stories && (entry.state == FileState::kFailed ||
                        entry.state == FileState::kSkipped))
      keep_stories(*old, entry);
  }

  void take_claims_back(const std::string& origin, const FileEntry* old) {
    if (const auto at = read_.find(origin); at != read_.end()) {
      for (const auto& story : at->second.stories)
        claims_.remove(origin, story.id);
    } else if (!options_.rebuild && old != nullptr) {
      claims_.remove(*old);
    }
  }

  /// A file that could not be read to its end keeps what it had: a story goes
  /// only when its file is gone.
  void keep_stories(const FileEntry& old, FileEntry& entry) {
    ReadFile& read = read_[entry.origin];
    std::unordered_set<std::string> given;
    for (const auto& story : read.stories) given.insert(story.id);
    for (const auto& claim : old.stories) {
      if (given.contains(claim.id)) continue;
      claims_.add(entry.origin, claim);
      if (const auto state = keep_story(claim.id, entry.origin)) {
        entry.stories.push_back(claim);
        read.stories.push_back({claim.id, *state});
      } else {
        claims_.remove(entry.origin, claim.id);
      }
    }
  }

  /// Nothing if the file owns the story, but the archive has it from another.
  std::optional<StoryState> keep_story(const std::string& id,
                                       const std::string& origin) {
    if (!claims_.owns(origin, id)) return StoryState::kDuplicate;
    const auto record = record_of(live_.database, id);
    if (!record) return std::nullopt;
    Story story = decode(*record);
    const std::string& from = story.article.origin;
    if (from != origin && !from.starts_with(origin + "#")) return std::nullopt;
    written_[id] = origin;
    if (!options_.rebuild) return StoryState::kUnchanged;
    return put({id, story.added, std::move(story.article), {}}, origin);
  }

  void note_problems(const std::vector<Problem>& problems,
                     const FileEntry* old, FileEntry& entry) {
    auto before = old != nullptr ? old->problems : std::vector<Problem>{};
    for (Problem problem : problems) {
      problem.first_seen = iso_utc(started_).substr(0, 10);
      remember(before, problem);
      entry.problems.push_back(std::move(problem));
    }
    problems_[entry.origin] = entry.problems;
  }

  /// Each problem of before answers for one of now.
  static void remember(std::vector<Problem>& before, Problem& problem) {
    const auto same = [&](const Problem& other) {
      return other.why == problem.why && other.kind == problem.kind;
    };
    const auto at = std::ranges::find_if(before, same);
    if (at == before.end()) return;
    problem.first_seen = at->first_seen;
    problem.is_new = false;
    before.erase(at);
  }

  /// What ids of a new file are made of: its origin, unless the stories of one
  /// that was moved away from there have those ids.
  std::string free_origin(const std::string& origin) const {
    std::string name = origin;
    for (int n = 2; left_origins_.contains(name); ++n)
      name = fmt::format("{}~{}", origin, n);
    return name;
  }

  /// The vanished file of the same bytes, if there is one.
  const FileEntry* moved_from(const FoundFile& file) {
    const auto same_size = [&](const FileEntry* gone) {
      return gone->stamp.size == file.stamp.size && !gone->stories.empty();
    };
    if (const auto at = moved_.find(file.origin); at != moved_.end())
      return at->second;
    if (std::ranges::none_of(plan_.vanished, same_size)) return nullptr;
    std::string digest;
    try {
      digest = digest_of_file(file.path);
    } catch (const Error&) {
      return nullptr;  // reading it will say why
    }
    const auto at =
        std::ranges::find_if(plan_.vanished, [&](const FileEntry* gone) {
          return gone->digest == digest && !gone->stories.empty();
        });
    if (at == plan_.vanished.end()) return nullptr;
    const FileEntry* from = *at;
    moved_[file.origin] = from;
    plan_.vanished.erase(at);
    if (!options_.rebuild) claims_.remove(*from);
    return from;
  }

  void count_ignored(const FoundFile& file) {
    std::string extension = file.path.extension().string();
    ++report_.ignored[extension.empty() ? "(none)" : extension];
  }

  void save(const FileEntry& entry) {
    target_->set_metadata(metadata_key(entry.origin), to_json(entry));
    entries_changed_ = true;
  }

  // Stories.

  /// Where the file of a story first came in, or its place in a container.
  static std::string first_place(const Article& article, const FoundFile& file,
                                 const FileEntry& entry) {
    std::string place = article.origin.substr(file.origin.size());
    if (!article.fragment.empty())
      place.resize(place.size() - article.fragment.size() - 1);
    return entry.first_origin + place;
  }

  void take(Article&& article, const FoundFile& file, FileEntry& entry,
            std::unordered_map<std::string, std::size_t>& seen,
            ReadFile& read) {
    const std::string id =
        story_id(article, file.root->name, first_place(article, file, entry));
    const auto rows = overrides_.matching(id, article.origin);
    overrides_.apply(rows, article);
    for (const auto row : rows) override_used_[row] = 1;
    const Claim claim{
        id,
        article.version,
        article.date ? compact(article.date.first_day()) : ""};
    const auto [at, first] = seen.try_emplace(claim.id, entry.stories.size());
    if (first) {
      entry.stories.push_back(claim);
      read.stories.push_back({claim.id, StoryState::kDuplicate});
    } else {
      ++read.repeats;
      Claim& earlier = entry.stories[at->second];
      if (!outranks(claim, "", earlier, "")) return;
      claims_.remove(file.origin, earlier.id);
      earlier = claim;
    }
    claims_.add(file.origin, claim);
    if (!claims_.owns(file.origin, claim.id)) return;
    read.stories[at->second].state =
        put({claim.id, compact_utc(started_), std::move(article), {}},
            file.origin);
    written_[claim.id] = file.origin;
  }

  StoryState put(Incoming&& story, const std::string& origin) {
    const auto root = std::ranges::find(
        plan_.roots, origin.substr(0, origin.find('/')), &Root::name);
    story.home = settings_.home_of(
        story.article.source,
        root == plan_.roots.end() ? "" : root->settings.home);
    return target_->put(std::move(story));
  }

  // After the last file.

  void drop_vanished() {
    for (const auto* gone : plan_.vanished) {
      const bool was_there = !gone->stories.empty() ||
                             gone->state != FileState::kFailed;
      report_.files_vanished += was_there ? 1 : 0;
      drop(*gone);
    }
    for (const auto& [origin, gone] : moved_) drop(*gone);
  }

  void drop(const FileEntry& gone) {
    if (options_.rebuild) return;
    claims_.remove(gone);
    target_->set_metadata(metadata_key(gone.origin), "");
    entries_changed_ = true;
  }

  /// What could not even be opened is remembered, with the stories it had.
  void note_unreadable() {
    for (const auto& [origin, why] : plan_.unreadable) {
      const FileEntry* old = live_.file(origin);
      FileEntry entry = old != nullptr ? *old : FileEntry{};
      entry.origin = origin;
      if (old == nullptr) entry.first_origin = origin;
      entry.state = FileState::kFailed;
      entry.problems.clear();
      note_problems({file_problem(origin, why)}, old, entry);
      keep_unread(entry);
    }
    for (const auto& [origin, entry] : live_.manifest)
      if (plan_.is_unreadable(origin) && !plan_.unreadable.contains(origin))
        keep_unread(entry);  // in a directory that cannot be read
  }

  void keep_unread(FileEntry entry) {
    file_states_[entry.origin] = FileState::kFailed;
    if (options_.rebuild) {
      FileEntry old = entry;
      entry.stories.clear();
      keep_stories(old, entry);
    }
    save(entry);
    unread_[entry.origin] = std::move(entry);
  }

  /// Stories whose owner went: the next file in rank gives them, or they go.
  /// A file that is asked for them may in turn let others go.
  void settle_contested() {
    for (auto ids = claims_.take_contested(); !ids.empty();
         ids = claims_.take_contested()) {
      std::map<std::string, std::vector<std::string>> wanted;
      for (const auto& id : ids) {
        const std::string& owner = claims_.owner(id);
        const auto at = written_.find(id);
        if (owner.empty())
          report_.stories_removed +=
              target_->remove(id) && !options_.rebuild ? 1 : 0;
        else if (at == written_.end() || at->second != owner)
          wanted[owner].push_back(id);
      }
      for (const auto& [origin, missing] : wanted) promote(origin, missing);
    }
  }

  /// Reads the file that now owns these stories. If it cannot be had, they are
  /// not its own any more.
  void promote(const std::string& origin, const std::vector<std::string>& ids) {
    if (const FoundFile* file = plan_.find(origin))
      return read(*file, live_.file(origin));
    const auto at = unread_.find(origin);
    FileEntry entry = at != unread_.end() ? at->second : *live_.file(origin);
    entry.state = FileState::kFailed;  // so that the next run reads it
    for (const auto& id : ids) {
      claims_.remove(origin, id);
      std::erase_if(entry.stories,
                    [&](const Claim& claim) { return claim.id == id; });
    }
    save(entry);
    unread_[origin] = std::move(entry);
  }

  void count() {
    for (auto& [origin, state] : file_states_) {
      const auto read = read_.find(origin);
      if (read != read_.end())
        count_read(origin, read->second, state);
      else if (const FileEntry* entry = live_.file(origin))
        for (const auto& claim : entry->stories)
          report_.count(claims_.owns(origin, claim.id)
                            ? StoryState::kUnchanged
                            : StoryState::kDuplicate);
      report_.count(state);
    }
    for (const auto& [origin, problems] : problems_)
      std::ranges::copy(problems, std::back_inserter(report_.problems));
    for (const auto& problem : report_.problems)
      if (problem.kind == "record" && problem.lost)
        report_.count(StoryState::kFailed);
  }

  void count_read(const std::string& origin, const ReadFile& read,
                  FileState& state) {
    bool any_own = read.stories.empty();
    report_.count(StoryState::kDuplicate, read.repeats);
    for (const auto& story : read.stories) {
      const bool own = claims_.owns(origin, story.id);
      any_own |= own;
      report_.count(own ? story.state : StoryState::kDuplicate);
    }
    if (!any_own && (state == FileState::kIndexed ||
                     state == FileState::kUnchanged))
      state = FileState::kDuplicate;
  }

  void note_idle_overrides() {
    for (std::size_t row = 0; row < override_used_.size(); ++row) {
      const Override& idle = settings_.overrides[row];
      if (override_used_[row] != 0 || (!idle.id.empty() && is_there(idle.id)) ||
          (idle.id.empty() && !options_.rebuild &&
           any_origin_matches(live_.database, idle.origin)))
        continue;
      Problem problem;
      problem.origin = idle.row;
      problem.kind = "override";
      problem.first_seen = iso_utc(started_).substr(0, 10);
      problem.why = fmt::format(
          "no story {} {}", idle.id.empty() ? "has the origin" : "with the id",
          idle.id.empty() ? idle.origin : idle.id);
      report_.problems.push_back(std::move(problem));
    }
  }
  bool is_there(const std::string& id) const {
    return !claims_.owner(id).empty();
  }

  // Guards and the end.

  void check_shrinkage() const {
    if (live_.generation.empty()) return;
    Claims before;
    for (const auto& [origin, entry] : live_.manifest)
      for (const auto& claim : entry.stories) before.add(origin, claim);
    const auto now = claims_.stories_by_root();
    std::size_t all_before = 0, all_now = 0;
    for (const auto& [root, stories] : before.stories_by_root()) {
      const auto at = now.find(root);
      const std::size_t left = at == now.end() ? 0 : at->second;
      const bool kept = std::ranges::find(plan_.roots, root, &Root::name) !=
                        plan_.roots.end();
      if (kept || !options_.replace_roots)
        check_loss(fmt::format("root {}", root), stories, left);
      all_before += stories;
      all_now += left;
    }
    if (!options_.replace_roots)
      check_loss("the archive", all_before, all_now);
  }

  void check_loss(const std::string& what, std::size_t before,
                  std::size_t now) const {
    if (now >= before || (before - now) * 100 <= before * options_.allow_shrink)
      return;
    throw Error(
        fmt::format("{} would shrink from {} stories to {}", what, before, now),
        "if that is right, say --allow-shrink (or =PERCENT)");
  }

  void check_strict() const {
    const auto lost = std::ranges::count(report_.problems, true,
                                         &Problem::lost);
    if (options_.strict && lost > 0)
      throw Error(fmt::format("--strict: {} records or files were lost", lost),
                  "the report lists them");
  }

  /// Every story there was, came or went is accounted for.
  void check_accounts() const {
    const std::size_t before =
        options_.rebuild ? 0 : live_.database.get_doccount();
    const std::size_t came = report_.of(StoryState::kIndexed);
    if (before + came == report_.stories_total + report_.stories_removed)
      return;
    throw Error(
        fmt::format("the accounts do not balance: {} stories before, {} "
                    "indexed, {} removed, {} now",
                    before, came, report_.stories_removed,
                    report_.stories_total),
        "this is a fault of the program; nothing was published");
  }

  bool changed() const {
    return report_.of(StoryState::kIndexed) > 0 ||
           report_.of(StoryState::kReplaced) > 0 ||
           report_.stories_removed > 0 || plan_.roots != live_.roots ||
           settings_ != live_.settings;
  }

  void finish() {
    report_.outcome =
        changed() ? Outcome::kPublished : Outcome::kNothingToDo;
    target_->set_metadata("roots", to_json(plan_.roots));
    target_->set_metadata("settings", to_json(settings_));
    const auto counts = target_->finish();
    report_.stories_total = counts.stories;
    report_.stories_undated = counts.undated;
    report_.stories_hidden = counts.hidden;
    check_accounts();
    if (!options_.rebuild && !changed() && !entries_changed_)
      return target_->cancel();
    target_->publish();
    if (options_.rebuild) report_.outcome = Outcome::kPublished;
  }

  const RunOptions& options_;
  Report& report_;
  const std::int64_t started_;
  const Live live_;
  const Settings settings_;
  const Overrides overrides_;
  std::vector<char> override_used_;  ///< by row: a story was told by it
  const Gazetteer gazetteer_;
  std::unique_ptr<Target> target_;

  Plan plan_;
  std::map<std::string, const FileEntry*> moved_;  ///< by the new origin

  Claims claims_;
  std::map<std::string, FileState> file_states_;
  std::map<std::string, std::vector<Problem>> problems_;  ///< by origin
  std::unordered_map<std::string, ReadFile> read_;        ///< by origin
  std::unordered_map<std::string, FileEntry> unread_;     ///< by origin
  std::unordered_set<std::string> left_origins_;  ///< of files moved away
  std::unordered_map<std::string, std::string> written_;  ///< id, origin
  bool entries_changed_ = false;
};

/// Runs; what Xapian throws becomes an Error.
void run_telling(const RunOptions& options, Report& report) {
  try {
    Run(options, report).run();
  } catch (const Xapian::Error& error) {
    const char* cause = error.get_error_string();
    throw Error(fmt::format("{}: {}{}{}", options.archive.string(),
                            error.get_msg(), cause == nullptr ? "" : ": ",
                            cause == nullptr ? "" : cause));
  }
}

}  // namespace

Report run(const RunOptions& options) {
  Report report;
  report.command = options.command;
  if (!options.rebuild) live_generation(options.archive);
  make_archive_directory(options.archive);
  const WriterLock lock(options.archive);
  if (options.rebuild) prune(options.archive);
  const auto started = now_nanoseconds();
  const auto close = [&](Outcome outcome, int exit) {
    report.outcome = outcome;
    report.exit = exit;
    report.started = iso_utc(started);
    report.finished = iso_utc(now_nanoseconds());
    report.seconds = static_cast<double>(now_nanoseconds() - started) / 1e9;
    write_file(options.archive / "report.json", to_json(report));
    if (!options.report.empty()) write_file(options.report, to_json(report));
  };
  try {
    run_telling(options, report);
  } catch (const std::exception& error) {
    report.refusal = error.what();
    try {
      close(Outcome::kRefused, kExitError);
    } catch (const Error&) {
      // On a full disk the report goes too; what happened first matters more.
    }
    throw;
  }
  const bool lost = std::ranges::any_of(report.problems, &Problem::lost);
  close(report.outcome, lost ? kExitNothing : kExitOk);
  return report;
}

}  // namespace broadsheet
