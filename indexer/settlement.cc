#include "indexer/settlement.h"

#include <algorithm>
#include <map>
#include <utility>

namespace broadsheet {

void Settlement::settle() {
  drop_vanished();
  note_unreadable();
  settle_contested();
}

void Settlement::drop_vanished() {
  for (const auto* gone : run_.plan.vanished) {
    const bool was_there =
        !gone->stories.empty() || gone->state != FileState::kFailed;
    vanished_ += was_there ? 1 : 0;
    drop(*gone);
  }
  for (const auto& [origin, gone] : accession_.moved()) drop(*gone);
}

void Settlement::drop(const FileEntry& gone) {
  if (run_.options.rebuild) return;
  run_.claims.remove(gone);
  run_.forget(gone.origin);
}

/// What could not even be opened is remembered, with the stories it had.
void Settlement::note_unreadable() {
  for (const auto& [origin, why] : run_.plan.unreadable) {
    const FileEntry* old = run_.live.file(origin);
    FileEntry entry = old != nullptr ? *old : FileEntry{};
    entry.origin = origin;
    if (old == nullptr) entry.first_origin = origin;
    entry.state = FileState::kFailed;
    entry.problems.clear();
    accession_.note_problems({file_problem(origin, why)}, old, entry);
    keep_unread(entry);
  }
  for (const auto& entry : run_.live.manifest)
    if (run_.plan.is_unreadable(entry.origin) &&
        !run_.plan.unreadable.contains(entry.origin))
      keep_unread(entry);  // in a directory that cannot be read
}

void Settlement::keep_unread(FileEntry entry) {
  run_.file_states[entry.origin] = FileState::kFailed;
  if (run_.options.rebuild) {
    FileEntry old = entry;
    entry.stories.clear();
    accession_.keep_stories(old, entry);
  }
  run_.save(entry);
  unread_[entry.origin] = std::move(entry);
}

/// Stories whose owner went: the next file in rank gives them, or they go.
/// A file that is asked for them may in turn let others go.
void Settlement::settle_contested() {
  for (auto ids = run_.claims.take_contested(); !ids.empty();
       ids = run_.claims.take_contested()) {
    std::map<std::string, std::vector<std::string>> wanted;
    for (const auto& id : ids) {
      const std::string owner = run_.claims.owner(id);
      if (owner.empty())
        remove(id);
      else if (run_.written.origin_of(id) != owner)
        wanted[owner].push_back(id);
    }
    for (const auto& [origin, missing] : wanted) promote(origin, missing);
  }
  std::erase_if(removed_, [&](const std::string& id) {
    return !run_.claims.owner(id).empty();  // a file read late gave it back
  });
}

void Settlement::remove(const std::string& id) {
  run_.written.erase(id);
  if (run_.target->remove(id) && !run_.options.rebuild) removed_.insert(id);
}

/// Reads the file that now owns these stories. If it cannot be had, they are
/// not its own any more.
void Settlement::promote(const std::string& origin,
                         const std::vector<std::string>& ids) {
  if (const FoundFile* file = run_.plan.find(origin))
    return accession_.read(*file, run_.live.file(origin));
  const auto at = unread_.find(origin);
  FileEntry entry = at != unread_.end() ? at->second : *run_.live.file(origin);
  entry.state = FileState::kFailed;  // so that the next run reads it
  std::erase_if(entry.stories, [&](const Claim& claim) {
    const auto story = run_.claims.story_of(origin, claim);
    if (std::ranges::find(ids, story) == ids.end()) return false;
    run_.claims.remove(origin, claim);
    return true;
  });
  run_.save(entry);
  unread_[origin] = std::move(entry);
}

}  // namespace broadsheet
