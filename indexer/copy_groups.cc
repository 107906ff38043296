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

// The probes that several stories have, numbered, and which of them each has.
class SharedProbes {
 public:
  /// None, where only equal content is similar enough.
  SharedProbes(std::span<const CopySignature> stories, double least)
      : numbers_(stories.size() * kProbes), ends_(stories.size()) {
    if (least >= 1) return;
    std::vector<std::uint64_t> all;  // probe and place
    for (std::size_t place = 0; place < stories.size(); ++place)
      for (const std::uint32_t probe : probes(stories[place]))
        all.push_back(std::uint64_t{probe} << 32 | place);
    std::ranges::sort(all);
    for (auto at = all.begin(); at != all.end();) {
      const auto next = std::find_if(at, all.end(), [&](std::uint64_t each) {
        return each >> 32 != *at >> 32;
      });
      if (next - at > 1) {
        for (; at != next; ++at) {
          const auto place = static_cast<std::uint32_t>(*at);
          numbers_[place * kProbes + ends_[place]++] = count_;
        }
        ++count_;
      }
      at = next;
    }
  }

  std::size_t count() const { return count_; }
  std::span<const std::uint32_t> of(std::size_t place) const {
    return std::span(numbers_).subspan(place * kProbes, ends_[place]);
  }

 private:
  std::vector<std::uint32_t> numbers_;  ///< kProbes a place
  std::vector<std::uint8_t> ends_;      ///< how many of them are in use
  std::uint32_t count_ = 0;
};

// Leaders so far, by their ranks: the earliest has rank 0.
class Leaders {
 public:
  Leaders(std::span<const CopySignature> stories, double least)
      : stories_(stories),
        least_(least),
        shared_(stories, least),
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
    const CopySignature& story = stories_[place];
    std::vector<std::size_t> ranks;
    for (const std::uint32_t probe : shared_.of(place))
      for (auto n = chains_[probe].last; n != kNone; n = links_[n].before)
        ranks.push_back(links_[n].rank);
    std::ranges::sort(ranks);
    const std::ptrdiff_t fewest = std::min(kFewestShared, probes(story).size());
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
  const SharedProbes shared_;
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

std::span<const std::uint32_t> probes(const CopySignature& signature) {
  return std::span(signature.sketch)
      .first(std::min(kProbes, signature.sketch.size()));
}

std::vector<std::uint64_t> copy_groups(std::span<const CopySignature> stories,
                                       std::span<const std::uint32_t> order,
                                       double least) {
  std::vector<std::uint64_t> groups(stories.size());
  std::unordered_map<std::uint64_t, std::uint32_t> sizes;
  Leaders leaders(stories, least);
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
