// The passage of a story that shows best why it was found.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "searcher/hits.h"

namespace broadsheet {

/// A place in a text that the query found.
struct Mark {
  ByteRange range;    ///< on character borders
  unsigned term = 0;  ///< which word of the query; repeats count little
  double weight = 1;  ///< how much that word says, above 0
};

/// The passage with the most telling marks, at most `max_chars` characters
/// long (20 at least), or the beginning if there are none. It begins and ends
/// with a sentence where it can, else with a word and "…"; line ends and gaps
/// become blanks. `marks` are in order of their begin; those of the result are
/// ranges of its own text and do not overlap. Takes time linear in text and
/// marks.
Snippet make_snippet(std::string_view text, std::span<const Mark> marks,
                     std::size_t max_chars);

}  // namespace broadsheet
