// Places and other entities as an archive's terms hold them.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/record.h"

namespace broadsheet {

/// A place that bears a name.
struct NamedPlace {
  std::string id;     ///< as in terms: a gazetteer id, or 'x' and a digest
  std::string label;  ///< "Cairo (EG) #360630"; of several that are so called
                      ///< "Cairo, Egypt (EG) #360630"
  std::size_t stories = 0;  ///< about it or what lies in it
};

/// What a typed place name may mean.
struct NamedPlaces {
  std::vector<std::string> words;  ///< of the name, to be found as words too;
                                   ///< empty where the places alone are meant
  std::vector<NamedPlace> places;  ///< most stories first
};

/// The places of an archive, read as they are asked for and kept.
class PlaceNames {
 public:
  explicit PlaceNames(const Xapian::Database& database) : database_(database) {}

  /// Of those that stories have under `ids`, the prefix of place ids ("XLI:"
  /// or "XDI:"). "cairo, illinois" is Cairo in what is called Illinois, if
  /// there is one.
  NamedPlaces named(const std::string& ids, const std::string& typed);

 private:
  const Entity& place(const std::string& id);
  bool lies_in(const std::string& id, const std::string& outer);
  void add_label(NamedPlace& place, bool alone);

  const Xapian::Database& database_;
  std::unordered_map<std::string, Entity> places_;  ///< by id
};

/// The number of a place id of a term; 0 if it has none.
std::uint32_t place_number(std::string_view id);

/// The entity of a story that a term of its own stands for ("XPN:" digest,
/// "XON:" digest, "XLO:" id, "XLI:" id); read from a story that holds it. An
/// ancestor comes without country and coordinates.
Entity entity_of(const Xapian::Database& database, const std::string& term);

}  // namespace broadsheet
