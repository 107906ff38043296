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
        chains_(shared.count()) {}

  /// The place of the leader that a story of new content joins, or its own.
  std::uint32_t join(std::uint32_t place) {
    const std::size_t rank = find(place);
    if (rank == places_.size()) add(place);
    return places_[rank];
  }

 private:
  /// None, where only equal content is similar enough.
  std::span<const std::uint32_t> probes_of(std::uint32_t place) const {
    if (least_ >= 1) return {};
    return shared_.of(place);
  }

  std::size_t find(std::uint32_t place) {
    const CopySignature& story = stories_[place];
    ranks_.clear();
    for (const std::uint32_t probe : probes_of(place))
      for (auto n = chains_[probe].last; n != kNone; n = links_[n].before)
        ranks_.push_back(links_[n].rank);
    std::ranges::sort(ranks_);
    const std::ptrdiff_t fewest = std::min(kFewestShared, story.sketch.size());
    for (auto at = ranks_.begin(); at != ranks_.end();) {
      const auto next = std::find_if(
          at, ranks_.end(), [&](std::uint32_t rank) { return rank != *at; });
      if (next - at >= fewest &&
          similarity(stories_[places_[*at]], story, least_) >= least_)
        return *at;
      at = next;
    }
    return places_.size();
  }

  void add(std::uint32_t place) {
    const auto rank = static_cast<std::uint32_t>(places_.size());
    for (const std::uint32_t probe : probes_of(place)) {
      Chain& chain = chains_[probe];
      if (chain.length == kMostLeaders) continue;
      const auto link = static_cast<std::uint32_t>(links_.size());
      links_.push_back({rank, chain.last});
      chain = {link, chain.length + 1};
    }
    places_.push_back(place);
  }

  static constexpr std::uint32_t kNone = UINT32_MAX;
  // A leader's rank, and the link before it of the same probe.
  struct Link {
    std::uint32_t rank;
    std::uint32_t before;
  };
  struct Chain {
    std::uint32_t last = kNone;  ///< link
    std::uint32_t length = 0;
  };

  const std::span<const CopySignature> stories_;
  const double least_;
  const SharedProbes& shared_;
  std::vector<std::uint32_t> places_;  // by rank
  std::vector<Link> links_;
  std::vector<Chain> chains_;         // by probe
  std::vector<std::uint32_t> ranks_;  // scratch
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

std::vector<std::uint32_t> first_of_contents(
    std::span<const CopySignature> stories,
    std::span<const std::uint32_t> order) {
  std::vector<std::uint32_t> first(stories.size());
  std::unordered_map<std::uint64_t, std::uint32_t> places;
  places.reserve(stories.size());
  for (const std::uint32_t place : order)
    first[place] =
        places.try_emplace(stories[place].content, place).first->second;
  return first;
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
                                       std::span<const std::uint32_t> order,
                                       std::span<const std::uint32_t> first,
                                       const SharedProbes& shared,
                                       double least) {
  std::vector<std::uint32_t> leader(stories.size()), sizes(stories.size());
  Leaders leaders(stories, shared, least);
  for (const std::uint32_t place : order) {
    if (stories[place].content == 0) continue;
    leader[place] =
        first[place] == place ? leaders.join(place) : leader[first[place]];
    ++sizes[leader[place]];
  }
  std::vector<std::uint64_t> groups(stories.size());
  for (const std::uint32_t place : order)
    if (stories[place].content != 0 && sizes[leader[place]] > 1)
      groups[place] = stories[leader[place]].content;
  return groups;
}

}  // namespace broadsheet
