#include "indexer/run.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/claims.h"
#include "indexer/clock.h"
#include "indexer/entities/annotator.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/generations.h"
#include "indexer/identity.h"
#include "indexer/intake.h"
#include "indexer/language.h"
#include "indexer/manifest.h"
#include "indexer/roots.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// A file whose time is nearer to the scan than this may have changed after it
/// without showing it.
constexpr std::int64_t kTimeGrain = 2'000'000'000;

/// What the live generation knows, read before anything is changed.
struct Live {
  std::string generation;  ///< empty: there is none yet
  Xapian::Database database;
  std::vector<Root> roots;
  Manifest manifest;
};

Live load_live(const fs::path& archive) {
  Live live;
  if (!is_archive(archive)) return live;
  live.generation = live_generation(archive);
  live.database = open_archive(archive);
  live.roots = roots_from_json(live.database.get_metadata("roots"));
  constexpr const char* kFiles = "file:";
  auto key = live.database.metadata_keys_begin(kFiles);
  for (; key != live.database.metadata_keys_end(kFiles); ++key) {
    auto entry = file_entry_from_json(live.database.get_metadata(*key));
    std::string origin = entry.origin;
    live.manifest.emplace(std::move(origin), std::move(entry));
  }
  return live;
}

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
        live_(load_live(options.archive)),
        annotator_(gazetteer_),
        maker_(archive_name(options.archive)) {}

  void run() {
    plan_roots();
    walk_roots();
    open_writer();
    for (const auto& file : files_) process(file);
    drop_vanished();
    settle_contested();
    count();
    check_shrinkage();
    check_strict();
    finish();
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

  void open_writer() {
    report_.previous_generation = live_.generation;
    if (options_.rebuild) {
      report_.generation = next_generation(options_.archive);
      writer_ = std::make_unique<Writer>(options_.archive / report_.generation,
                                         Writer::Mode::kCreate);
      return;
    }
    report_.generation = live_.generation;
    writer_ = std::make_unique<Writer>(options_.archive / live_.generation,
                                       Writer::Mode::kOpen);
    for (const auto& [origin, entry] : live_.manifest)
      for (const auto& claim : entry.stories) claims_.add(origin, claim);
  }

  // Files.

  const FileEntry* known(const std::string& origin) const {
    const auto at = live_.manifest.find(origin);
    return at == live_.manifest.end() ? nullptr : &at->second;
  }

  void process(const FoundFile& file) {
    const FileEntry* old = known(file.origin);
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
    writer_->set_metadata(metadata_key(entry.origin), to_json(entry));
    entries_changed_ = true;
  }

  // Stories.

  void take(Article&& article, const FoundFile& file, FileEntry& entry,
            std::unordered_map<std::string, std::size_t>& seen,
            std::vector<ReadStory>& stories) {
    const Claim claim{
        story_id(article, file.root->name, entry.first_origin), article.version,
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
    if (claims_.owns(file.origin, claim.id))
      state = write(claim.id, std::move(article));
    if (first) stories.push_back({claim.id, state});
  }

  StoryState write(const std::string& id, Article&& article) {
    Story story;
    story.id = id;
    story.article = std::move(article);
    story.language = language_of(story.article);
    story.entities = annotator_.annotate(story.article);
    const auto before = record_before(id);
    story.added =
        before ? decode_head(*before).added : compact_utc(started_);
    const IndexDocument document = maker_.make(story);
    if (!options_.rebuild && before && *before == document.data)
      return StoryState::kUnchanged;
    writer_->put(document);
    return before && !options_.rebuild ? StoryState::kReplaced
                                       : StoryState::kIndexed;
  }

  /// The story's record in the archive as it is, or was before this rebuild.
  std::optional<std::string> record_before(const std::string& id) const {
    if (!options_.rebuild) return writer_->record(id);
    if (live_.generation.empty()) return std::nullopt;
    return record_of(live_.database, id);
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
    writer_->set_metadata(metadata_key(gone.origin), "");
    entries_changed_ = true;
  }

  void note_unreadable() {
    for (const auto& problem : unreadable_) {
      FileEntry entry;
      entry.origin = entry.first_origin = problem.origin;
      entry.state = FileState::kFailed;
      file_states_[entry.origin] = entry.state;
      note_problems({problem}, known(entry.origin), entry);
      save(entry);
    }
  }

  /// Stories whose owner went: the next file in rank gives them, or they go.
  void settle_contested() {
    std::vector<std::string> promoted;
    for (const auto& id : claims_.contested()) {
      const std::string& owner = claims_.owner(id);
      if (owner.empty()) {
        if (record_before(id) && !options_.rebuild) {
          writer_->remove(id);
          ++report_.stories_removed;
        }
      } else if (!was_written(owner, id)) {
        promoted.push_back(owner);
      }
    }
    std::ranges::sort(promoted);
    const auto same = std::ranges::unique(promoted);
    promoted.erase(same.begin(), same.end());
    for (const auto& origin : promoted) {
      const auto file = std::ranges::lower_bound(files_, origin, {},
                                                 &FoundFile::origin);
      if (file != files_.end() && file->origin == origin)
        read(*file, known(origin));
    }
  }

  bool was_written(const std::string& origin, const std::string& id) const {
    const auto at = stories_.find(origin);
    if (at == stories_.end()) return false;
    return std::ranges::any_of(at->second, [&](const ReadStory& story) {
      return story.id == id && story.state != StoryState::kDuplicate;
    });
  }

  void count() {
    for (auto& [origin, state] : file_states_) {
      const auto read = stories_.find(origin);
      if (read != stories_.end())
        count_read(origin, read->second, state);
      else if (const FileEntry* entry = known(origin))
        for (const auto& claim : entry->stories)
          report_.count(claims_.owns(origin, claim.id)
                            ? StoryState::kUnchanged
                            : StoryState::kDuplicate);
      report_.count(state);
    }
    for (const auto& problem : report_.problems)
      if (problem.kind == "record" && problem.lost)
        report_.count(StoryState::kFailed);
    report_.stories_total = writer_->size();
    report_.stories_undated =
        writer_->size() - writer_->count_of("XHAS:date");
    for (const auto* status : {"killed", "embargoed", "superseded"})
      report_.stories_hidden +=
          writer_->count_of(label_term("XSTATUS:", status));
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
    if (!options_.rebuild && !changed() && !entries_changed_)
      return writer_->cancel();
    writer_->set_metadata("roots", to_json(roots_));
    writer_->commit();
    if (!options_.rebuild) return;
    writer_.reset();
    verify();
    publish(options_.archive, report_.generation);
    prune(options_.archive);
    report_.outcome = Outcome::kPublished;
  }

  /// What a new generation must pass before anybody sees it.
  void verify() const {
    const fs::path path = options_.archive / report_.generation;
    if (const auto faults = Xapian::Database::check(path.string(), 0, nullptr))
      throw Error(fmt::format("{}: {} faults in the new generation",
                              path.string(), faults));
    const Xapian::Database database(path.string());
    std::size_t stories = 0;
    for (const auto& [root, owned] : claims_.stories_by_root()) stories += owned;
    if (database.get_doccount() != stories ||
        database.get_termfreq(label_term("XV:", kIndexVersion)) != stories)
      throw Error(fmt::format("{}: holds {} stories, not the {} that were read",
                              path.string(), database.get_doccount(), stories));
  }

  const RunOptions& options_;
  Report& report_;
  const std::int64_t started_;
  const Live live_;
  const Gazetteer gazetteer_;
  Annotator annotator_;
  DocumentMaker maker_;
  std::unique_ptr<Writer> writer_;

  std::vector<Scope> scopes_;
  std::vector<Root> roots_;
  std::vector<FoundFile> files_;  ///< by origin
  std::vector<Problem> unreadable_;
  std::vector<const FileEntry*> vanished_, moved_;

  Claims claims_;
  std::map<std::string, FileState> file_states_;
  std::unordered_map<std::string, std::vector<ReadStory>> stories_;
  bool entries_changed_ = false;
};

void remove_unfinished(const RunOptions& options, const Report& report) {
  if (!options.rebuild || report.generation.empty()) return;
  std::error_code error;
  if (is_archive(options.archive) &&
      live_generation(options.archive) == report.generation)
    return;
  fs::remove_all(options.archive / report.generation, error);
}

}  // namespace

Report run(const RunOptions& options) {
  Report report;
  report.command = options.command;
  if (!options.rebuild) live_generation(options.archive);
  make_archive_directory(options.archive);
  const WriterLock lock(options.archive);
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
    Run(options, report).run();
  } catch (const Error& error) {
    remove_unfinished(options, report);
    report.refusal = error.what();
    close(Outcome::kRefused, kExitError);
    throw;
  }
  const bool lost = std::ranges::any_of(report.problems, &Problem::lost);
  close(report.outcome, lost ? kExitNothing : kExitOk);
  return report;
}

}  // namespace broadsheet
