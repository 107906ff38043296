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

/// What stands for a canonical name of any kind: a person's number, or else the
/// digest of the folded name.
std::uint64_t name_number(EntityKind kind, std::string_view name);

/// What terms call an entity: a place's gazetteer id in decimals, or else its
/// name's number in 16 hex digits, behind an "x" for a place.
std::string entity_id(const Entity& entity);

}  // namespace broadsheet
