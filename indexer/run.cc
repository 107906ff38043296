#include "indexer/run.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "indexer/claims.h"
#include "indexer/clock.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/generations.h"
#include "indexer/identity.h"
#include "indexer/intake.h"
#include "indexer/live.h"
#include "indexer/roots.h"
#include "indexer/target.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// A file whose time is nearer to the scan than this may have changed after it
/// without showing it.
constexpr std::int64_t kTimeGrain = 2'000'000'000;

/// A story of a file read in this run.
struct ReadStory {
  std::string id;
  StoryState state;
};

class Run {
 public:
  Run(const RunOptions& options, Report& report)
      : options_(options),
        report_(report),
        started_(now_nanoseconds()),
        live_(load_live(options.archive)) {}

  void run() {
    plan_roots();
    walk_roots();
    open_target();
    try {
      for (const auto& file : files_) process(file);
      drop_vanished();
      settle_contested();
      count();
      check_shrinkage();
      check_strict();
      finish();
    } catch (...) {
      target_->cancel();
      throw;
    }
  }

 private:
  // Planning.

  void plan_roots() {
    const bool anew = options_.rebuild && options_.replace_roots;
    const std::vector<Root> known = anew ? std::vector<Root>{} : live_.roots;
    scopes_ = scopes_of(known, options_.paths, options_.format);
    if (scopes_.empty())
      throw Error("no PATH, and the archive remembers none",
                  "name the directory of the articles");
    if (options_.rebuild) check_every_root(known);
    roots_ = options_.rebuild ? joined({}, scopes_) : joined(known, scopes_);
    for (const auto& root : roots_) report_.roots.push_back(root.path.string());
  }

  void check_every_root(const std::vector<Root>& known) const {
    for (const auto& root : known) {
      const auto covers = [&](const Scope& scope) {
        return scope.path == root.path;
      };
      if (std::ranges::none_of(scopes_, covers))
        throw Error(fmt::format("this rebuild would leave out the root {}",
                                root.path.string()),
                    "name every root or none; --replace-roots forgets those "
                    "that are not named");
    }
  }

  void walk_roots() {
    const OnUnreadable unreadable = [&](const std::string& origin,
                                        const std::string& why) {
      unreadable_.push_back(file_problem(origin, why));
    };
    for (const auto& scope : scopes_) {
      const Root& root =
          *std::ranges::find(roots_, scope.root.name, &Root::name);
      auto found = walk(root, scope.path, unreadable);
      if (found.empty() && options_.allow_shrink < 100)
        throw Error(fmt::format("{}: no file in it", scope.path.string()),
                    "is the disk mounted? --allow-shrink takes it as it is");
      std::ranges::move(found, std::back_inserter(files_));
    }
    std::ranges::sort(files_, {}, &FoundFile::origin);
    const auto same = std::ranges::unique(files_, {}, &FoundFile::origin);
    files_.erase(same.begin(), same.end());
    find_vanished();
  }

  void find_vanished() {
    for (const auto& [origin, entry] : live_.manifest) {
      const auto found = std::ranges::lower_bound(files_, origin, {},
                                                  &FoundFile::origin);
      const bool there = found != files_.end() && found->origin == origin;
      if (there || !in_scope(scopes_, origin) || is_unreadable(origin)) continue;
      vanished_.push_back(&entry);
    }
  }

  bool is_unreadable(const std::string& origin) const {
    return std::ranges::any_of(unreadable_, [&](const Problem& problem) {
      return origin == problem.origin || origin.starts_with(problem.origin + "/");
    });
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
    if (!options_.rebuild && old != nullptr && is_same(*old, file))
      return keep(*old, file);
    read(file, old);
  }

  bool is_same(const FileEntry& old, const FoundFile& file) const {
    if (old.state == FileState::kFailed) return false;
    const bool settled = old.stamp == file.stamp &&
                         file.stamp.mtime < old.scanned - kTimeGrain &&
                         file.stamp.ctime < old.scanned - kTimeGrain;
    if (settled && !options_.checksum) return true;
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
    report_.problems.insert(report_.problems.end(), old.problems.begin(),
                            old.problems.end());
    if (old.stamp == file.stamp &&
        file.stamp.mtime < old.scanned - kTimeGrain)
      return;
    FileEntry entry = old;
    entry.stamp = file.stamp;
    entry.scanned = started_;
    save(entry);
  }

  void read(const FoundFile& file, const FileEntry* old) {
    FileEntry entry;
    entry.origin = file.origin;
    entry.stamp = file.stamp;
    entry.scanned = started_;
    const FileEntry* from = old != nullptr ? old : moved_from(file);
    entry.first_origin = from != nullptr ? from->first_origin : file.origin;
    if (!options_.rebuild && old != nullptr) claims_.remove(*old);

    auto& stories = stories_[file.origin];
    stories.clear();
    std::unordered_map<std::string, std::size_t> seen;
    const auto intake = read_file(file, options_.read, [&](Article&& article) {
      take(std::move(article), file, entry, seen, stories);
    });
    report_.bytes += intake.bytes;
    entry.state = intake.state;
    entry.digest = intake.digest;
    if (entry.state == FileState::kIndexed && old == nullptr && from != nullptr)
      entry.state = FileState::kMoved;
    if (entry.state == FileState::kIgnored) count_ignored(file);
    note_problems(intake.problems, from, entry);
    if (entry.state == FileState::kFailed && old != nullptr)
      keep_stories(*old, entry);
    const bool same = old != nullptr && old->digest == entry.digest &&
                      !options_.rebuild &&
                      entry.state == FileState::kIndexed;
    file_states_[file.origin] = same ? FileState::kUnchanged : entry.state;
    save(entry);
  }

  /// A file that could not be read to its end keeps what it had.
  void keep_stories(const FileEntry& old, FileEntry& entry) {
    claims_.remove(entry);
    entry.stories = old.stories;
    for (const auto& claim : entry.stories) claims_.add(entry.origin, claim);
  }

  void note_problems(const std::vector<Problem>& problems,
                     const FileEntry* old, FileEntry& entry) {
    for (Problem problem : problems) {
      problem.first_seen = iso_utc(started_).substr(0, 10);
      if (old != nullptr) remember(old->problems, problem);
      entry.problems.push_back(problem);
      report_.problems.push_back(std::move(problem));
    }
  }

  static void remember(const std::vector<Problem>& before, Problem& problem) {
    const auto same = [&](const Problem& other) {
      return other.why == problem.why && other.kind == problem.kind;
    };
    const auto at = std::ranges::find_if(before, same);
    if (at == before.end()) return;
    problem.first_seen = at->first_seen;
    problem.is_new = false;
  }

  /// The vanished file of the same bytes, if there is one.
  const FileEntry* moved_from(const FoundFile& file) {
    const auto same_size = [&](const FileEntry* gone) {
      return gone->stamp.size == file.stamp.size && !gone->stories.empty();
    };
    if (std::ranges::none_of(vanished_, same_size)) return nullptr;
    std::string digest;
    try {
      digest = digest_of_file(file.path);
    } catch (const Error&) {
      return nullptr;  // reading it will say why
    }
    const auto at = std::ranges::find_if(vanished_, [&](const FileEntry* gone) {
      return gone->digest == digest && !gone->stories.empty();
    });
    if (at == vanished_.end()) return nullptr;
    const FileEntry* from = *at;
    moved_.push_back(from);
    vanished_.erase(at);
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
            std::vector<ReadStory>& stories) {
    const Claim claim{
        story_id(article, file.root->name, first_place(article, file, entry)),
        article.version,
        article.date ? compact(article.date.first_day()) : ""};
    const auto [at, first] = seen.try_emplace(claim.id, entry.stories.size());
    if (first) {
      entry.stories.push_back(claim);
    } else {
      Claim& earlier = entry.stories[at->second];
      stories.push_back({claim.id, StoryState::kDuplicate});
      if (!outranks(claim, "", earlier, "")) return;
      claims_.remove(file.origin, earlier.id);
      earlier = claim;
    }
    claims_.add(file.origin, claim);
    StoryState state = StoryState::kDuplicate;
    if (claims_.owns(file.origin, claim.id)) {
      state = target_->put(
          {claim.id, compact_utc(started_), std::move(article)});
      written_[claim.id] = file.origin;
    }
    if (first) stories.push_back({claim.id, state});
  }

  // After the last file.

  void drop_vanished() {
    for (const auto* gone : vanished_) {
      const bool was_there = !gone->stories.empty() ||
                             gone->state != FileState::kFailed;
      report_.files_vanished += was_there ? 1 : 0;
      drop(*gone);
    }
    for (const auto* gone : moved_) drop(*gone);
    note_unreadable();
  }

  void drop(const FileEntry& gone) {
    if (options_.rebuild) return;
    claims_.remove(gone);
    target_->set_metadata(metadata_key(gone.origin), "");
    entries_changed_ = true;
  }

  void note_unreadable() {
    for (const auto& problem : unreadable_) {
      FileEntry entry;
      entry.origin = entry.first_origin = problem.origin;
      entry.state = FileState::kFailed;
      file_states_[entry.origin] = entry.state;
      note_problems({problem}, live_.file(entry.origin), entry);
      save(entry);
    }
  }

  /// Stories whose owner went: the next file in rank gives them, or they go.
  void settle_contested() {
    std::vector<std::string> promoted;
    for (const auto& id : claims_.contested()) {
      const std::string& owner = claims_.owner(id);
      if (owner.empty())
        report_.stories_removed += target_->remove(id) ? 1 : 0;
      else if (const auto at = written_.find(id);
               at == written_.end() || at->second != owner)
        promoted.push_back(owner);
    }
    std::ranges::sort(promoted);
    const auto same = std::ranges::unique(promoted);
    promoted.erase(same.begin(), same.end());
    for (const auto& origin : promoted) {
      const auto file = std::ranges::lower_bound(files_, origin, {},
                                                 &FoundFile::origin);
      if (file != files_.end() && file->origin == origin)
        read(*file, live_.file(origin));
    }
  }

  void count() {
    for (auto& [origin, state] : file_states_) {
      const auto read = stories_.find(origin);
      if (read != stories_.end())
        count_read(origin, read->second, state);
      else if (const FileEntry* entry = live_.file(origin))
        for (const auto& claim : entry->stories)
          report_.count(claims_.owns(origin, claim.id)
                            ? StoryState::kUnchanged
                            : StoryState::kDuplicate);
      report_.count(state);
    }
    for (const auto& problem : report_.problems)
      if (problem.kind == "record" && problem.lost)
        report_.count(StoryState::kFailed);
  }

  void count_read(const std::string& origin,
                  const std::vector<ReadStory>& stories, FileState& state) {
    bool any_own = stories.empty();
    for (const auto& story : stories) {
      const bool own = claims_.owns(origin, story.id);
      any_own |= own;
      report_.count(own ? story.state : StoryState::kDuplicate);
    }
    if (!any_own && (state == FileState::kIndexed ||
                     state == FileState::kUnchanged))
      state = FileState::kDuplicate;
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
      const bool kept =
          std::ranges::find(roots_, root, &Root::name) != roots_.end();
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

  bool changed() const {
    return report_.of(StoryState::kIndexed) > 0 ||
           report_.of(StoryState::kReplaced) > 0 ||
           report_.stories_removed > 0 || roots_ != live_.roots;
  }

  void finish() {
    report_.outcome =
        changed() ? Outcome::kPublished : Outcome::kNothingToDo;
    target_->set_metadata("roots", to_json(roots_));
    const auto counts = target_->finish();
    report_.stories_total = counts.stories;
    report_.stories_undated = counts.undated;
    report_.stories_hidden = counts.hidden;
    if (!options_.rebuild && !changed() && !entries_changed_)
      return target_->cancel();
    target_->publish();
    if (options_.rebuild) report_.outcome = Outcome::kPublished;
  }

  const RunOptions& options_;
  Report& report_;
  const std::int64_t started_;
  const Live live_;
  const Gazetteer gazetteer_;
  std::unique_ptr<Target> target_;

  std::vector<Scope> scopes_;
  std::vector<Root> roots_;
  std::vector<FoundFile> files_;  ///< by origin
  std::vector<Problem> unreadable_;
  std::vector<const FileEntry*> vanished_, moved_;

  Claims claims_;
  std::map<std::string, FileState> file_states_;
  std::unordered_map<std::string, std::vector<ReadStory>> stories_;
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
  };
  try {
    run_telling(options, report);
  } catch (const Error& error) {
    report.refusal = error.what();
    try {
      close(Outcome::kRefused, error.exit_code());
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
