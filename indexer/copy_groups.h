// Groups of copies. Stories are taken earliest first; each joins the earliest
// leader that it is similar enough to, or leads a group of its own. So no
// chain of small changes joins stories that are unlike, and the groups depend
// on the stories alone, not on their order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/copy_signature.h"

namespace broadsheet {

/// Places of stories by what their order slots hold, earliest first; those
/// without a date come behind all others.
std::vector<std::uint32_t> earliest_first(std::span<const std::string> keys);

/// The runs of a story that are looked up: copies have one of them in common,
/// all but certainly.
std::span<const std::uint32_t> probes(const CopySignature& signature);

/// For each story the content digest of its group's leader; 0: no copies.
/// `order`: their places, earliest first. `least`: the similarity from which a
/// story is a copy, .5 to 1. A story of which no probe is another's needs no
/// sketch, nor does one that has the content of an earlier one.
std::vector<std::uint64_t> copy_groups(std::span<const CopySignature> stories,
                                       std::span<const std::uint32_t> order,
                                       double least);

}  // namespace broadsheet
