// The seam between raw text and labelled names: which bytes name what.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class Label : std::uint8_t { kPerson, kLocation, kOrganisation, kMisc };

/// Half-open byte offsets into the text, on character borders; spans never
/// overlap and rise. Titles and possessives are outside.
struct TaggedSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Label label = Label::kMisc;

  bool operator==(const TaggedSpan&) const = default;
};

/// The names of a story, each zone's offsets relative to that zone.
struct TaggedStory {
  std::vector<TaggedSpan> headline;
  std::vector<TaggedSpan> body;

  bool operator==(const TaggedStory&) const = default;
};

}  // namespace broadsheet
