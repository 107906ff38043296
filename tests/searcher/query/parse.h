// Parsing on a fixed day, for the tests of this directory.
#pragma once

#include <string_view>

#include "searcher/query/parser.h"

namespace broadsheet {

/// 15 April 1987 is today.
inline Query parse(std::string_view typed, Match match = Match::kAuto) {
  return parse_query(typed, {match, Date::of(1987, 4, 15)});
}

}  // namespace broadsheet
