#include "indexer/claims.h"

#include "common/news/version.h"
#include "indexer/identity.h"

namespace broadsheet {
namespace {

bool same_version(std::string_view a, std::string_view b) {
  return compare_versions(a, b) == 0;
}

}  // namespace

Claims::Place Claims::best(std::string_view id) const {
  const auto number = ids_.find(id);
  return number ? best_[*number] : kNone;
}

/// Of those on the same version.
Claims::Place Claims::best_on(std::string_view wanted, Place best) const {
  while (best != kNone && !same_version(version_of(best), wanted))
    best = claimants_[best].next;
  return best;
}

/// But for its id.
Claim Claims::claim_of(Place place) const {
  return {{},
          std::string(version_of(place)),
          std::string(strings_[claimants_[place].date])};
}

/// For the best claimant on some version.
std::string Claims::story_of(Place place, Place best,
                             std::string_view id) const {
  return place == best ? std::string(id)
                       : version_id(std::string(id), version_of(place));
}

Claims::Place Claims::keep(const Claimant& claimant) {
  if (free_.empty()) {
    claimants_.push_back(claimant);
    return static_cast<Place>(claimants_.size() - 1);
  }
  const Place place = free_.back();
  free_.pop_back();
  claimants_[place] = claimant;
  return place;
}

void Claims::add(std::string_view origin, const Claim& added) {
  const Number id = ids_.number_of(added.id);
  if (id == best_.size()) best_.push_back(kNone);
  Claimant claimant{strings_.number_of(origin),
                    strings_.number_of(added.version),
                    strings_.number_of(added.date), kNone};
  const auto is_it = [&](const Claimant& other) {
    return other.origin == claimant.origin &&
           other.version == claimant.version && other.date == claimant.date;
  };
  Place before = kNone;  // the last that is better
  for (Place at = best_[id]; at != kNone; at = claimants_[at].next) {
    if (is_it(claimants_[at])) return;
    if (!outranks(added, origin, claim_of(at), origin_of(at))) before = at;
  }
  const Place second = best_[id];
  if (before == kNone && second != kNone &&
      !same_version(version_of(second), added.version))
    contested_.insert(version_id(added.id, version_of(second)));
  claimant.next = before == kNone ? second : claimants_[before].next;
  const Place place = keep(claimant);
  (before == kNone ? best_[id] : claimants_[before].next) = place;
}

void Claims::remove(const FileEntry& entry) {
  for (const auto& claim : entry.stories) remove(entry.origin, claim);
}

void Claims::remove(std::string_view origin, const Claim& removed) {
  const auto id = ids_.find(removed.id);
  if (!id) return;
  const Place first = best_[*id];
  Place before = kNone, at = first;
  const auto is_it = [&] {
    return origin_of(at) == origin && version_of(at) == removed.version &&
           strings_[claimants_[at].date] == removed.date;
  };
  for (; at != kNone && !is_it(); at = claimants_[at].next) before = at;
  if (at == kNone) return;
  if (at == best_on(removed.version, first))
    contested_.insert(story_of(at, first, removed.id));
  const Place next = claimants_[at].next;
  (before == kNone ? best_[*id] : claimants_[before].next) = next;
  free_.push_back(at);
  if (at == first && next != kNone &&
      !same_version(version_of(next), removed.version))
    contested_.insert(version_id(removed.id, version_of(next)));
}

std::string Claims::story_of(std::string_view file, const Claim& claim) const {
  const Place first = best(claim.id);
  const Place its = best_on(claim.version, first);
  if (its == kNone || origin_of(its) != file) return {};
  return story_of(its, first, claim.id);
}

std::string Claims::owner(std::string_view story) const {
  if (const Place first = best(story); first != kNone)
    return std::string(origin_of(first));
  for (auto at = story.rfind('@'); at != story.npos && at > 0;
       at = story.rfind('@', at - 1)) {
    const std::string id(story.substr(0, at));
    const Place first = best(id);
    Place older = first;
    while (older != kNone && version_id(id, version_of(older)) != story)
      older = claimants_[older].next;
    if (older == kNone) continue;
    return same_version(version_of(older), version_of(first))
               ? ""
               : std::string(origin_of(older));
  }
  return {};
}

std::map<std::string, std::size_t> Claims::stories_by_root() const {
  std::map<std::string, std::size_t> counts;
  for (const Place first : best_)
    for (Place at = first; at != kNone; at = claimants_[at].next)
      if (at == best_on(version_of(at), first))
        ++counts[std::string(origin_of(at).substr(0, origin_of(at).find('/')))];
  return counts;
}

}  // namespace broadsheet
