#include "indexer/accession.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/hex.hpp>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/cli/error.h"
#include "common/news/version.h"
#include "indexer/clock.h"
#include "indexer/identity.h"
#include "indexer/interruption.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace {

/// Each problem of before answers for one of now.
void remember(std::vector<Problem>& before, Problem& problem) {
  const auto same = [&](const Problem& other) {
    return other.why == problem.why && other.kind == problem.kind;
  };
  const auto at = std::ranges::find_if(before, same);
  if (at == before.end()) return;
  problem.first_seen = at->first_seen;
  problem.is_new = false;
  before.erase(at);
}

/// Those that are not among the others.
std::vector<Claim> without(std::vector<Claim> claims,
                           std::vector<Claim> others) {
  std::ranges::sort(claims);
  std::ranges::sort(others);
  std::vector<Claim> rest;
  std::ranges::set_difference(claims, others, std::back_inserter(rest));
  return rest;
}

/// Where the file of a story first came in, or its place in a container.
std::string first_place(const Article& article, const FoundFile& file,
                        const FileEntry& entry) {
  std::string place = article.origin.substr(file.origin.size());
  if (!article.fragment.empty())
    place.resize(place.size() - article.fragment.size() - 1);
  return entry.first_origin + place;
}

std::string hex_of(const std::string& bytes) {
  std::string hex(2 * bytes.size(), '\0');
  boost::algorithm::hex(bytes.begin(), bytes.end(), hex.begin());
  return hex;
}

/// What restore() needs of a file; `from` is the origin it was moved from.
std::string note_of(const FileEntry& entry, const ReadFile& read,
                    const FileEntry* from) {
  std::vector<int> gave;
  for (const auto& story : read.stories)
    gave.push_back(static_cast<int>(story.state));
  return fmt::format(
      FMT_COMPILE(
          R"({{"entry":"{}","gave":[{}],"repeats":{},"overrides":[{}],"from":{}}})"),
      hex_of(encode(entry)), fmt::join(gave, ","), read.repeats,
      fmt::join(read.overrides, ","),
      from == nullptr ? R"("")" : nlohmann::json(from->origin).dump());
}

/// What a file has given in this run.
std::vector<Claim> claims_of(const ReadFile& read) {
  std::vector<Claim> claims;
  for (const auto& story : read.stories) claims.push_back(story.claim);
  return claims;
}

/// Two stories of a file are one if they have the same.
std::string key_of(const Claim& claim) {
  return version_id(claim.id, claim.version);
}

/// Tells a file, as it is, from any other; empty if it may change unseen.
std::string stamp_of(const FileEntry& entry) {
  if (!is_settled(entry, entry.stamp)) return {};
  return fmt::format(FMT_COMPILE("{} {} {} {}"), entry.stamp.size,
                     entry.stamp.mtime, entry.stamp.ctime, entry.origin);
}

}  // namespace

Accession::Accession(RunState& run) : run_(run) {
  for (const auto& entry : run.live.manifest)
    if (entry.first_origin != entry.origin)
      left_origins_.insert(entry.first_origin);
}

void Accession::restore(const std::vector<std::string>& notes) {
  for (const auto& note : notes) {
    const auto json = nlohmann::json::parse(note);
    auto entry = decode_file_entry(
        boost::algorithm::unhex(json.at("entry").get<std::string>()));
    ReadFile& read = run_.read[entry.origin] = {};
    read.repeats = json.at("repeats");
    json.at("overrides").get_to(read.overrides);
    auto state = json.at("gave").begin();
    for (const auto& claim : entry.stories) {
      run_.claims.add(entry.origin, claim);
      read.stories.push_back({claim, (state++)->get<StoryState>()});
      if (read.stories.back().state != StoryState::kDuplicate)
        run_.written.set(run_.claims.story_of(entry.origin, claim),
                         entry.origin);
    }
    if (restore(entry, json.at("from")))
      restored_.insert(entry.origin);
    else
      undo(entry.origin);
  }
}

/// Is the file in the plan, as it was?
bool Accession::restore(FileEntry& entry, const std::string& origin_before) {
  const auto& files = run_.plan.files;
  const auto file =
      std::ranges::lower_bound(files, entry.origin, {}, &FoundFile::origin);
  if (file == files.end() || file->origin != entry.origin ||
      !is_same(entry, *file))
    return false;
  const FileEntry* from = run_.live.file(origin_before);
  if (from != nullptr && from->origin != entry.origin) {
    if (std::erase(run_.plan.vanished, from) == 0) return false;
    moved_[entry.origin] = from;
  }
  auto problems = std::exchange(entry.problems, {});
  for (auto& problem : problems) problem.is_new = true;
  note_problems(problems, from, entry);
  run_.file_states[entry.origin] = entry.state;
  run_.save(entry);
  return true;
}

/// What the file gave is not its own any more; reading it gives it back.
void Accession::undo(const std::string& origin) {
  for (const auto& claim : claims_of(run_.read[origin]))
    take_back(origin, claim);
  run_.read.erase(origin);
}

void Accession::process(const FoundFile& file) {
  if (restored_.contains(file.origin)) return;
  const FileEntry* old = run_.live.file(file.origin);
  if (!run_.options.rebuild && old != nullptr &&
      old->settings == settings_digest(file, *old) && is_same(*old, file))
    return keep(*old, file);
  read(file, old);
}

/// Of all that bears on how the stories of the file are read.
std::string Accession::settings_digest(const FoundFile& file,
                                       const FileEntry& entry) const {
  const std::string issue = issues_.digest(file);
  const std::string its =
      root_digest(file) + (issue.empty() ? "" : "/" + issue);
  if (run_.settings.overrides.empty()) return its;
  std::vector<std::string> ids;
  for (const auto& claim : entry.stories) ids.push_back(claim.id);
  const std::string rows = run_.overrides.digest(file.origin, ids);
  return rows.empty() ? its : its + "+" + rows;
}

/// Of what its root says of files with its extension.
const std::string& Accession::root_digest(const FoundFile& file) const {
  const RootSettings& settings = file.root->settings;
  const std::string extension =
      settings.filters.empty() ? "" : extension_of(file.path());
  const auto [at, first] = root_digests_.try_emplace({file.root, extension});
  if (first) at->second = digest_of(settings, run_.settings.homes, extension);
  return at->second;
}

bool Accession::is_same(const FileEntry& old, const FoundFile& file) const {
  if (old.state == FileState::kFailed) return false;
  if (is_settled(old, file.stamp) && !run_.options.checksum) return true;
  if (old.stamp.size != file.stamp.size) return false;
  try {
    return digest_of_file(file.path()) == old.digest;
  } catch (const Error&) {
    return false;  // read() will say why
  }
}

/// A file whose bytes are as they were: its stories stay, its problems too.
void Accession::keep(const FileEntry& old, const FoundFile& file) {
  const bool had_stories =
      old.state != FileState::kIgnored && old.state != FileState::kSkipped;
  run_.file_states.insert_or_assign(
      run_.file_states.end(), file.origin,  // files come in this order
      had_stories ? FileState::kUnchanged : old.state);
  if (!old.problems.empty()) run_.problems[file.origin] = old.problems;
  run_.standing.stories += old.stories.size();
  run_.standing.problems += old.problems.size();
  if (is_settled(old, file.stamp)) return;
  FileEntry entry = old;
  entry.stamp = file.stamp;
  entry.scanned = run_.started;
  run_.save(entry);
}

void Accession::read(const FoundFile& file, const FileEntry* old) {
  FileEntry entry;
  entry.origin = file.origin;
  entry.stamp = file.stamp;
  entry.scanned = run_.started;
  const FileEntry* from = old != nullptr ? old : moved_from(file);
  entry.first_origin =
      from != nullptr ? from->first_origin : free_origin(file.origin);
  const auto [at, first] = run_.read.try_emplace(file.origin);
  ReadFile& read = at->second;
  const auto before = first ? claims_before(old) : claims_of(read);
  read = {};
  run_.target->begin_file(stamp_of(entry));
  Seen seen;
  const auto intake =
      issues_.has_page(file)
          ? pass_over(file)
          : read_file(file, run_.options.read, [&](Article&& article) {
              take(std::move(article), file, entry, seen, read);
            });
  read.stories.shrink_to_fit();
  run_.bytes += intake.bytes;
  entry.digest = intake.digest;
  settle_state(file, intake, old, from, entry);
  if (!before.empty())
    for (const auto& claim : without(before, entry.stories))
      take_back(file.origin, claim);
  entry.settings = settings_digest(file, entry);
  run_.file_states.insert_or_assign(
      run_.file_states.end(), file.origin,  // files come in this order
      entry.state == FileState::kIndexed && !run_.options.rebuild &&
              old != nullptr && old->digest == entry.digest &&
              old->settings == entry.settings
          ? FileState::kUnchanged
          : entry.state);
  run_.save(entry);
  if (run_.options.rebuild) run_.target->end_file(note_of(entry, read, from));
}

/// Its state, its problems and, if it gave no stories, those it had.
void Accession::settle_state(const FoundFile& file, const Intake& intake,
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
  if (entry.state == FileState::kIndexed && from != old)
    entry.state = FileState::kMoved;
  note_problems(problems, from, entry);
  if (had_stories &&
      (entry.state == FileState::kFailed || entry.state == FileState::kSkipped))
    keep_stories(*old, entry);
}

/// What a file that is read for the first time has claimed. It keeps that while
/// it is read: an older version must not be taken for the newest once more.
std::vector<Claim> Accession::claims_before(const FileEntry* old) const {
  const bool any = !run_.options.rebuild && old != nullptr;
  return any ? old->stories : std::vector<Claim>();
}

void Accession::take_back(const std::string& origin, const Claim& claim) {
  run_.written.erase(run_.claims.story_of(origin, claim));
  run_.claims.remove(origin, claim);
}

void Accession::keep_stories(const FileEntry& old, FileEntry& entry) {
  ReadFile& read = run_.read[entry.origin];
  std::unordered_set<std::string> given;
  for (const auto& story : read.stories) given.insert(key_of(story.claim));
  for (const auto& claim : old.stories) {
    if (given.contains(key_of(claim))) continue;
    run_.claims.add(entry.origin, claim);
    if (const auto state = keep_story(claim, entry.origin)) {
      entry.stories.push_back(claim);
      read.stories.push_back({claim, *state});
    } else {
      run_.claims.remove(entry.origin, claim);
    }
  }
}

/// Nothing if the file gives the story, but the archive has it from another.
std::optional<StoryState> Accession::keep_story(const Claim& claim,
                                                const std::string& origin) {
  const auto id = run_.claims.story_of(origin, claim);
  if (id.empty()) return StoryState::kDuplicate;
  for (const auto& had : {claim.id, version_id(claim.id, claim.version)}) {
    const auto record = record_of(run_.live.database, had);
    if (!record) continue;
    Story story = decode(*record);
    const std::string& from = story.article.origin;
    if (from != origin && !from.starts_with(origin + "#")) continue;
    if (compare_versions(story.article.version, claim.version) != 0) continue;
    run_.written.set(id, origin);
    if (had == id && !run_.options.rebuild) return StoryState::kUnchanged;
    return put({id, {}, story.added, std::move(story.article), {}}, claim,
               origin);
  }
  return std::nullopt;
}

void Accession::note_problems(const std::vector<Problem>& problems,
                              const FileEntry* old, FileEntry& entry) {
  auto before = old != nullptr ? old->problems : std::vector<Problem>{};
  for (Problem problem : problems) {
    problem.first_seen = iso_utc(run_.started).substr(0, 10);
    remember(before, problem);
    entry.problems.push_back(std::move(problem));
  }
  if (entry.problems.empty())
    run_.problems.erase(entry.origin);
  else
    run_.problems[entry.origin] = entry.problems;
  run_.standing.problems += entry.problems.size();
}

/// What ids of a new file are made of: its origin, unless the stories of one
/// that was moved away from there have those ids.
std::string Accession::free_origin(const std::string& origin) const {
  std::string name = origin;
  for (int n = 2; left_origins_.contains(name); ++n)
    name = fmt::format("{}~{}", origin, n);
  return name;
}

/// The vanished file of the same bytes, if there is one.
const FileEntry* Accession::moved_from(const FoundFile& file) {
  const auto same_size = [&](const FileEntry* gone) {
    return gone->stamp.size == file.stamp.size && !gone->stories.empty();
  };
  if (const auto at = moved_.find(file.origin); at != moved_.end())
    return at->second;
  auto& vanished = run_.plan.vanished;
  if (std::ranges::none_of(vanished, same_size)) return nullptr;
  std::string digest;
  try {
    digest = digest_of_file(file.path());
  } catch (const Error&) {
    return nullptr;  // reading it will say why
  }
  const auto at = std::ranges::find_if(vanished, [&](const FileEntry* gone) {
    return gone->digest == digest && !gone->stories.empty();
  });
  if (at == vanished.end()) return nullptr;
  const FileEntry* from = *at;
  moved_[file.origin] = from;
  vanished.erase(at);
  if (!run_.options.rebuild) run_.claims.remove(*from);
  return from;
}

void Accession::take(Article&& article, const FoundFile& file, FileEntry& entry,
                     Seen& seen, ReadFile& read) {
  const std::string id =
      story_id(article, file.root->name, first_place(article, file, entry));
  const auto rows = run_.overrides.matching(id, article.origin);
  run_.overrides.apply(rows, article);
  read.overrides.insert(rows.begin(), rows.end());
  const Claim claim{id, article.version,
                    article.date ? compact(article.date.first_day()) : ""};
  const auto [at, first] =
      seen.try_emplace(key_of(claim), entry.stories.size());
  if (first) {
    entry.stories.push_back(claim);
    read.stories.push_back({claim, StoryState::kDuplicate});
  } else {
    ++read.repeats;
    Claim& earlier = entry.stories[at->second];
    if (!outranks(claim, "", earlier, "")) return;
    run_.claims.remove(file.origin, earlier);
    earlier = read.stories[at->second].claim = claim;
  }
  ++run_.standing.stories;
  run_.show_progress();
  run_.claims.add(file.origin, claim);
  const auto story = run_.claims.story_of(file.origin, claim);
  if (story.empty()) return;
  StoryState& state = read.stories[at->second].state;
  if (run_.withholding.covers(story, claim.id, article))
    state = withhold(story);
  else
    state = put({story, {}, run_.added(), std::move(article), {}}, claim,
                file.origin);
  run_.written.set(story, file.origin);
  check_interrupted();
}

/// A story that was withdrawn; the archive may have one of its id.
StoryState Accession::withhold(const std::string& id) {
  const bool first = run_.written.origin_of(id).empty();
  if (run_.target->remove(id) && first && !run_.options.rebuild)
    ++run_.withheld;
  return StoryState::kWithdrawn;
}

StoryState Accession::put(Incoming&& story, const Claim& claim,
                          const std::string& origin) {
  if (story.id != claim.id) story.newest = claim.id;
  const auto& roots = run_.plan.roots;
  const auto root =
      std::ranges::find(roots, origin.substr(0, origin.find('/')), &Root::name);
  story.home = run_.settings.home_of(
      story.article.source, root == roots.end() ? "" : root->settings.home);
  return run_.target->put(std::move(story));
}

}  // namespace broadsheet
