#include "indexer/copy_groups.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <ranges>
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
  Leaders(std::span<const CopySignature> stories, const SharedProbes& shared,
          double least)
      : stories_(stories),
        least_(least),
        shared_(shared),
        chains_(shared_.count()) {
    joined_.reserve(stories.size());
  }

  /// The content of the leader that the story joins, or its own.
  std::uint64_t join(std::size_t place) {
    const CopySignature& story = stories_[place];
    const auto [same, is_new] = joined_.try_emplace(story.content);
    if (!is_new) return same->second;
    const std::size_t rank = find(place);
    if (rank == leaders_.size()) add(place);
    return same->second = leaders_[rank]->content;
  }

 private:
  std::size_t find(std::size_t place) const {
    if (least_ >= 1) return leaders_.size();  // only equal content will do
    const CopySignature& story = stories_[place];
    std::vector<std::size_t> ranks;
    for (const std::uint32_t probe : shared_.of(place))
      for (auto n = chains_[probe].last; n != kNone; n = links_[n].before)
        ranks.push_back(links_[n].rank);
    std::ranges::sort(ranks);
    const std::ptrdiff_t fewest = std::min(kFewestShared, story.sketch.size());
    for (auto at = ranks.begin(); at != ranks.end();) {
      const auto next = std::find_if(
          at, ranks.end(), [&](std::size_t rank) { return rank != *at; });
      if (next - at >= fewest &&
          similarity(*leaders_[*at], story, least_) >= least_)
        return *at;
      at = next;
    }
    return leaders_.size();
  }
  void add(std::size_t place) {
    for (const std::uint32_t probe : shared_.of(place)) {
      Chain& chain = chains_[probe];
      if (chain.length == kMostLeaders) continue;
      links_.push_back({leaders_.size(), chain.last});
      chain = {links_.size() - 1, chain.length + 1};
    }
    leaders_.push_back(&stories_[place]);
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

  const std::span<const CopySignature> stories_;
  const double least_;
  const SharedProbes& shared_;
  std::vector<const CopySignature*> leaders_;
  std::vector<Link> links_;
  std::vector<Chain> chains_;                                // by probe
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

void append_probes(const CopySignature& signature, std::uint32_t place,
                   std::vector<Probe>& to) {
  for (const std::uint32_t run : signature.sketch | std::views::take(kProbes))
    to.push_back({run, place});
}

SharedProbes::SharedProbes(std::vector<Probe> probes, std::size_t stories)
    : numbers_(stories * kProbes), sizes_(stories) {
  std::ranges::sort(probes);
  for (auto at = probes.begin(); at != probes.end();) {
    const auto next = std::find_if(at, probes.end(), [&](const Probe& each) {
      return each.run != at->run;
    });
    const bool shared = next - at > 1;
    for (; at != next; ++at)
      if (shared) numbers_[at->place * kProbes + sizes_[at->place]++] = count_;
    if (shared) ++count_;
  }
}

std::span<const std::uint32_t> SharedProbes::of(std::size_t place) const {
  return std::span(numbers_).subspan(place * kProbes, sizes_[place]);
}

std::vector<std::uint64_t> copy_groups(std::span<const CopySignature> stories,
                                       const SharedProbes& shared,
                                       std::span<const std::uint32_t> order,
                                       double least) {
  std::vector<std::uint64_t> groups(stories.size());
  std::unordered_map<std::uint64_t, std::uint32_t> sizes;
  Leaders leaders(stories, shared, least);
  for (const std::uint32_t place : order) {
    if (stories[place].content == 0) continue;
    groups[place] = leaders.join(place);
    ++sizes[groups[place]];
  }
  for (std::uint64_t& group : groups)
    if (group != 0 && sizes[group] < 2) group = 0;
  return groups;
}

}  // namespace broadsheet
