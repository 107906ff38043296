// May two spellings be one person's name? What differs must be spelling alone:
// the same skeletons of sounds, few other vowels.
#pragma once

#include <cstdint>

#include "common/index/person_name.h"

namespace broadsheet {

/// How a name stands to the one it is compared with.
enum class NameMatch : unsigned char {
  kNone,
  kSame,   ///< spelling alone differs
  kLess,   ///< it leaves out a middle name, or has an initial for a name
  kMore,   ///< it has what the other leaves out
  kHolds,  ///< the other's words stand in it in a row, among others
};

/// What names must share to match, as sets of hashes: quick to compare.
struct NameSketch {
  std::uint64_t given = 0, last = 0;  ///< each name and how it may sound
  std::uint64_t words = 0;
  char first = '\0';  ///< of the given name
  bool initial = false, full = false;
};
NameSketch sketch_of(const PersonName& name);
/// False only where match_names() says kNone.
bool may_match(const NameSketch& name, const NameSketch& wanted);
/// False only where match_last() does.
bool may_match_last(const NameSketch& name, const NameSketch& wanted);

/// How `name` stands to `wanted`. A full name and a single one never match.
NameMatch match_names(const PersonName& name, const PersonName& wanted);

/// May the last names be one? That is all that single names have.
bool match_last(const PersonName& name, const PersonName& wanted);

/// Do the words of `wanted` stand in `name` in a row?
bool holds_words(const PersonName& name, const PersonName& wanted);

}  // namespace broadsheet
