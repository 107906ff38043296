// The divisions of the logical structure of METS, by their types.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace broadsheet {

/// What a division of the logical structure is; one of no kind is a story, or
/// inside of one a part of its body.
enum class DivisionKind : unsigned char {
  kStory,
  kHolder,    ///< of stories: the issue
  kSection,   ///< of stories, with a name
  kMasthead,  ///< no text of a story
  kHeading,
  kHeadline,
  kByline,
};

/// As its TYPE says, folded.
std::string type_of(const pugi::xml_node& division);
DivisionKind kind_of(const pugi::xml_node& division);

}  // namespace broadsheet
