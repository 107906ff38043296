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

struct CopyEntry {
  std::string date;  ///< 8 digits; empty: undated, behind all others
  std::string id;    ///< distinct
  CopySignature signature;
};

/// For each entry the content digest of its group's leader; 0: no copies.
/// `least`: the similarity from which a story is a copy, .5 to 1.
std::vector<std::uint64_t> copy_groups(std::span<const CopyEntry> entries,
                                       double least);

}  // namespace broadsheet
