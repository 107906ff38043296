// What a search for a name does with another: the keys first, then the check.
#pragma once

#include <algorithm>
#include <string>

#include "common/index/name_key.h"
#include "searcher/name_check.h"

namespace broadsheet {

/// How `name` stands to `wanted` if a search for that comes upon it.
inline NameMatch found_by_search(const PersonName& name,
                                 const PersonName& wanted) {
  auto keys = further_keys(name);
  keys.push_back(name_key(name));
  const auto searched = keys_to_search(wanted);
  return std::ranges::find_first_of(keys, searched) == keys.end()
             ? NameMatch::kNone
             : match_names(name, wanted);
}

}  // namespace broadsheet
