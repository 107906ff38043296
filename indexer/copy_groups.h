// Groups of copies. Stories are taken earliest first; each joins the earliest
// leader that it is similar enough to, or leads a group of its own. So no
// chain of small changes joins stories that are unlike, and the groups depend
// on the stories alone, not on their order.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/copy_signature.h"

namespace broadsheet {

/// Places of stories by what their order slots hold, earliest first; those
/// without a date come behind all others.
std::vector<std::uint32_t> earliest_first(std::span<const std::string> keys);

/// For each story the place of the earliest that has its content.
std::vector<std::uint32_t> first_of_contents(
    std::span<const CopySignature> stories,
    std::span<const std::uint32_t> order);

/// A run of a story that is looked up, and the story's place: copies have one
/// of them in common, all but certainly.
struct Probe {
  std::uint32_t run;
  std::uint32_t place;

  auto operator<=>(const Probe&) const = default;
};

/// Appends those of a story.
void append_probes(const CopySignature& signature, std::uint32_t place,
                   std::vector<Probe>& to);

/// The probes that several stories have, numbered, and which of them each has.
class SharedProbes {
 public:
  SharedProbes() = default;
  /// Of so many stories.
  SharedProbes(std::vector<Probe> probes, std::size_t stories);

  std::size_t count() const { return count_; }
  std::span<const std::uint32_t> of(std::size_t place) const;

 private:
  std::vector<std::uint32_t> numbers_;  ///< as many a story as it may have
  std::vector<std::uint8_t> sizes_;     ///< by story: how many are in use
  std::uint32_t count_ = 0;
};

/// For each story the content digest of its group's leader; 0: no copies.
/// `order`: their places, earliest first. `first`: of their contents. `least`:
/// the similarity from which a story is a copy, .5 to 1. A story that shares no
/// probe needs no sketch; one that has the content of an earlier one needs
/// neither that nor probes.
std::vector<std::uint64_t> copy_groups(std::span<const CopySignature> stories,
                                       std::span<const std::uint32_t> order,
                                       std::span<const std::uint32_t> first,
                                       const SharedProbes& shared,
                                       double least);

}  // namespace broadsheet
