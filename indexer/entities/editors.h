// What a source's editors say of a story, as entities. Their fields hold codes
// ("james-baker", "west-germany") or names ("Blinken, Antony J."); what they
// name is named, whatever the tagger makes of the text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/news/entity.h"

namespace broadsheet {

struct ZoneText;

/// A code or an inverted name as a name: "james-baker" is "James Baker",
/// "Blinken, Antony J." is "Antony J. Blinken"; a name stays as it is.
std::string readable_name(std::string_view value);
/// The same for a place, whose commas part it from what contains it.
std::string readable_place(std::string_view value);

/// Labels as persons the words of those editors' persons whom the tagger has
/// not found: the whole name, else its last word, with a capital and in no
/// longer name.
void claim_people(const std::vector<std::string>& values,
                  std::span<ZoneText> zones);

/// Marks the entities that the editors named too; one whose text gives only a
/// part of the editors' name takes the whole name. Adds those that the text
/// does not have, without mentions.
void join_editors_people(const std::vector<std::string>& values,
                         Entities& people);
void join_editors_orgs(const std::vector<std::string>& values, Entities& orgs);

}  // namespace broadsheet
