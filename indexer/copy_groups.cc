#include "indexer/copy_groups.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace broadsheet {
namespace {

// Two bodies that share .7 of their runs share one of their 8 least with
// 1 - .3^8, all but certainly.
constexpr std::size_t kProbes = 8;
// ... and two of them with 1 - .3^8 - 8 * .7 * .3^7 (.999).
constexpr std::size_t kFewestShared = 2;
// A run that so many stories have which are no copies of each other is what a
// source puts into each. Its earliest stories are found by it still.
constexpr std::size_t kMostLeaders = 64;

constexpr std::string_view kUndated = "00000000";

// Leaders so far, by their ranks: the earliest has rank 0.
class Leaders {
 public:
  /// The content of the leader that the story joins, or its own.
  std::uint64_t join(const CopySignature& story, double least) {
    const auto [same, is_new] = joined_.try_emplace(story.content);
    if (!is_new) return same->second;
    const std::size_t rank = find(story, least);
    if (rank == leaders_.size()) add(story);
    return same->second = leaders_[rank]->content;
  }

 private:
  std::size_t find(const CopySignature& story, double least) const {
    if (least >= 1) return leaders_.size();
    std::vector<std::size_t> ranks;
    const auto own = probes(story);
    for (const std::uint32_t probe : own)
      if (const auto at = chains_.find(probe); at != chains_.end())
        for (auto n = at->second.last; n != kNone; n = links_[n].before)
          ranks.push_back(links_[n].rank);
    std::ranges::sort(ranks);
    const std::ptrdiff_t fewest = std::min(kFewestShared, own.size());
    for (auto at = ranks.begin(); at != ranks.end();) {
      const auto next = std::find_if(
          at, ranks.end(), [&](std::size_t rank) { return rank != *at; });
      if (next - at >= fewest &&
          similarity(*leaders_[*at], story, least) >= least)
        return *at;
      at = next;
    }
    return leaders_.size();
  }
  void add(const CopySignature& story) {
    for (const std::uint32_t probe : probes(story)) {
      Chain& chain = chains_[probe];
      if (chain.length == kMostLeaders) continue;
      links_.push_back({leaders_.size(), chain.last});
      chain = {links_.size() - 1, chain.length + 1};
    }
    leaders_.push_back(&story);
  }

  // A leader's rank, and the link before it of the same probe.
  struct Link {
    std::size_t rank;
    std::size_t before;
  };
  static constexpr std::size_t kNone = SIZE_MAX;
  struct Chain {
    std::size_t last = kNone;  ///< link
    std::size_t length = 0;
  };

  std::vector<const CopySignature*> leaders_;
  std::vector<Link> links_;
  std::unordered_map<std::uint32_t, Chain> chains_;          // by probe
  std::unordered_map<std::uint64_t, std::uint64_t> joined_;  // by content
};

}  // namespace

std::vector<std::uint32_t> earliest_first(std::span<const std::string> keys) {
  std::vector<std::uint32_t> places(keys.size());
  std::iota(places.begin(), places.end(), 0U);
  std::ranges::sort(
      places,
      {}, [&](std::uint32_t place) -> const auto& { return keys[place]; });
  const auto dated = std::ranges::find_if(places, [&](std::uint32_t place) {
    return !keys[place].starts_with(kUndated);
  });
  std::ranges::rotate(places, dated);
  return places;
}

std::span<const std::uint32_t> probes(const CopySignature& signature) {
  return std::span(signature.sketch)
      .first(std::min(kProbes, signature.sketch.size()));
}

std::vector<std::uint64_t> copy_groups(std::span<const CopySignature> stories,
                                       std::span<const std::uint32_t> order,
                                       double least) {
  std::vector<std::uint64_t> groups(stories.size());
  std::unordered_map<std::uint64_t, std::uint32_t> sizes;
  Leaders leaders;
  for (const std::uint32_t place : order) {
    const CopySignature& signature = stories[place];
    if (signature.content == 0) continue;
    groups[place] = leaders.join(signature, least);
    ++sizes[groups[place]];
  }
  for (std::uint64_t& group : groups)
    if (group != 0 && sizes[group] < 2) group = 0;
  return groups;
}

}  // namespace broadsheet
