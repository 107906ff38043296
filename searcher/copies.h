// The stories that are one: a story and its wire copies.
#pragma once

#include <xapian.h>

#include <optional>
#include <string_view>
#include <vector>

#include "common/index/fields.h"
#include "searcher/archive_set.h"
#include "searcher/hits.h"

namespace broadsheet {

/// The slot of the groups that --collapse chooses: "exact", "near" (also "")
/// or "loose"; nothing for another word.
std::optional<unsigned> copy_slot(std::string_view level);

/// A copy group's members among some stories.
struct CopyGroup {
  std::vector<Xapian::docid> stories;  ///< earliest first, undated last
  std::vector<StoryCopy> told;         ///< what is told of each
  std::size_t sources = 0;             ///< distinct
};

/// The group of a story, among those that `among` finds; empty if it has no
/// copies.
CopyGroup copy_group(const ArchiveSet& archives, const Xapian::Query& among,
                     Xapian::docid story, unsigned slot);

}  // namespace broadsheet
