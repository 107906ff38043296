// People by the titles before their names.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/story.h"

namespace broadsheet {

/// "Sen", "Congressman": rare as a name, whatever lists of names say.
bool is_office(const StoryWord& word);

/// How many words at the head of a person's name are titles: two of "District
/// Judge Leo Glass". One word is always left.
std::uint32_t count_titles(std::span<const StoryWord> name);

/// "Colonel Innocent Kabarebe": a title, and a name that may be a person's.
bool is_titled_person(std::span<const StoryWord> name);

/// Adds the names that stand behind a title and were taken for nothing:
/// "General Vyacheslav Tikhomirenko".
void add_titled(std::span<const StoryWord> words,
                std::vector<StoryName>& mentions);

/// Adds "DJ Khaled", and "DJ" to a "Khaled" that was found.
void add_stage_names(std::span<const StoryWord> words,
                     std::vector<StoryName>& mentions);

}  // namespace broadsheet
