#include "indexer/claims.h"

#include <algorithm>

#include "common/news/version.h"
#include "indexer/identity.h"

namespace broadsheet {
namespace {

bool same_version(const Claim& a, const Claim& b) {
  return compare_versions(a.version, b.version) == 0;
}

}  // namespace

/// Of those on the same version.
Claims::Claimants::const_iterator Claims::best_on(const Claim& version,
                                                  const Claimants& claimants) {
  return std::ranges::find_if(claimants, [&](const Claimant& claimant) {
    return same_version(claimant.claim, version);
  });
}

/// For the best claimant on some version.
std::string Claims::story_of(Claimants::const_iterator claimant,
                             const Claimants& claimants) {
  const Claim& claim = claimant->claim;
  return claimant == claimants.begin() ? claim.id
                                       : version_id(claim.id, claim.version);
}

void Claims::add(const std::string& origin, const Claim& claim) {
  auto& claimants = by_id_[claim.id];
  const Claimant added{origin, claim};
  if (std::ranges::find(claimants, added) != claimants.end()) return;
  const auto worse = [&](const Claimant& other) {
    return outranks(claim, origin, other.claim, other.origin);
  };
  const auto at = std::ranges::find_if(claimants, worse);
  if (at == claimants.begin() && at != claimants.end() &&
      !same_version(at->claim, claim))
    contested_.insert(version_id(claim.id, at->claim.version));
  claimants.insert(at, added);
}

void Claims::remove(const FileEntry& entry) {
  for (const auto& claim : entry.stories) remove(entry.origin, claim);
}

void Claims::remove(const std::string& origin, const Claim& claim) {
  const auto found = by_id_.find(claim.id);
  if (found == by_id_.end()) return;
  auto& claimants = found->second;
  const auto at = std::ranges::find(claimants, Claimant{origin, claim});
  if (at == claimants.end()) return;
  const bool newest = at == claimants.begin();
  if (at == best_on(claim, claimants))
    contested_.insert(story_of(at, claimants));
  claimants.erase(at);
  if (claimants.empty())
    by_id_.erase(found);
  else if (newest && !same_version(claimants.front().claim, claim))
    contested_.insert(version_id(claim.id, claimants.front().claim.version));
}

std::string Claims::story_of(const std::string& origin,
                             const Claim& claim) const {
  const auto found = by_id_.find(claim.id);
  if (found == by_id_.end()) return {};
  const auto best = best_on(claim, found->second);
  if (best == found->second.end() || best->origin != origin) return {};
  return story_of(best, found->second);
}

const std::string& Claims::owner(const std::string& story) const {
  static const std::string kNobody;
  if (const auto found = by_id_.find(story); found != by_id_.end())
    return found->second.front().origin;
  for (auto at = story.rfind('@'); at != story.npos && at > 0;
       at = story.rfind('@', at - 1)) {
    const auto found = by_id_.find(story.substr(0, at));
    if (found == by_id_.end()) continue;
    const auto& claimants = found->second;
    const auto older = std::ranges::find_if(claimants, [&](const auto& each) {
      return version_id(each.claim.id, each.claim.version) == story;
    });
    if (older == claimants.end()) continue;
    return same_version(older->claim, claimants.front().claim) ? kNobody
                                                               : older->origin;
  }
  return kNobody;
}

std::map<std::string, std::size_t> Claims::stories_by_root() const {
  std::map<std::string, std::size_t> counts;
  for (const auto& [id, claimants] : by_id_)
    for (auto at = claimants.begin(); at != claimants.end(); ++at)
      if (at == best_on(at->claim, claimants))
        ++counts[at->origin.substr(0, at->origin.find('/'))];
  return counts;
}

}  // namespace broadsheet
