// What we infer of a story: the people, places and organisations it names.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class EntityKind : std::uint8_t { kPerson, kPlace, kOrg, kNationality };

/// The two texts of a story that are tagged.
enum class Zone : std::uint8_t { kHeadline, kBody };

/// Half-open byte offsets [begin, end) into one zone, on character borders.
struct Mention {
  Zone zone = Zone::kBody;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Mention&) const = default;
};

/// A gazetteer entry as the index keeps it.
struct PlaceRef {
  std::uint32_t id = 0;  ///< GeoNames id, or one of our own reserved range
  std::string name;

  auto operator<=>(const PlaceRef&) const = default;
};

/// One person, place, organisation or nationality of one story. Mentions are
/// in text order, the headline's first; an entity that only the editors named
/// has none.
struct Entity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;  ///< canonical: the longest form; a place's gazetteer name
  std::vector<std::string> spellings;  ///< distinct forms as they stand
  std::vector<Mention> mentions;
  std::string role;       ///< "Egyptian Foreign Minister", for display
  bool editors = false;   ///< named by the source's editors
  bool dateline = false;  ///< a place: the story was filed there

  /// Places that the gazetteer knows; id 0 where it does not.
  std::uint32_t place_id = 0;
  std::string country;  ///< ISO 3166 alpha-2
  double lat = 0;
  double lon = 0;
  std::vector<PlaceRef> inside;  ///< ancestors and regions, nearest first

  bool operator==(const Entity&) const = default;
};

using Entities = std::vector<Entity>;

std::string_view to_string(EntityKind kind);

}  // namespace broadsheet
