// Names as terms: their words, and what stands for a person or a place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/news/entity.h"

namespace broadsheet {

/// The folded words of a name, as the analysis makes them.
std::vector<std::string> name_words(std::string_view name);

/// What stands for a canonical name of a person: the digest of its form
/// (person_name.h).
std::uint64_t person_number(std::string_view name);
/// The same as terms write it: 16 hex digits.
std::string person_term_id(std::string_view name);

/// What stands for a place in terms: its gazetteer id, or "x" and the digest of
/// its name where the gazetteer does not know it.
std::string place_term_id(const Entity& place);

}  // namespace broadsheet
