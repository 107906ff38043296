#include "indexer/claims.h"

#include <algorithm>

namespace broadsheet {

// Claimants of an id stand best first.

void Claims::add(const std::string& origin, const Claim& claim) {
  auto& claimants = by_id_[claim.id];
  const auto worse = [&](const Claimant& other) {
    return outranks(claim, origin, other.claim, other.origin);
  };
  claimants.insert(std::ranges::find_if(claimants, worse), {origin, claim});
}

void Claims::remove(const FileEntry& entry) {
  for (const auto& claim : entry.stories) remove(entry.origin, claim.id);
}

void Claims::remove(const std::string& origin, const std::string& id) {
  const auto at = by_id_.find(id);
  if (at == by_id_.end()) return;
  auto& claimants = at->second;
  if (claimants.front().origin == origin) contested_.insert(id);
  std::erase_if(claimants, [&](const Claimant& claimant) {
    return claimant.origin == origin;
  });
  if (claimants.empty()) by_id_.erase(at);
}

const std::string& Claims::owner(const std::string& id) const {
  static const std::string kNobody;
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? kNobody : at->second.front().origin;
}

std::map<std::string, std::size_t> Claims::stories_by_root() const {
  std::map<std::string, std::size_t> counts;
  for (const auto& [id, claimants] : by_id_) {
    const auto& origin = claimants.front().origin;
    ++counts[origin.substr(0, origin.find('/'))];
  }
  return counts;
}

}  // namespace broadsheet
