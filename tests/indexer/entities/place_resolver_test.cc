// Which place a name means, by what else the story names.
#include "indexer/entities/place_resolver.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "indexer/entities/written_place.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer shipped;
  return shipped;
}

std::string shown(const Place* place) {
  if (place == nullptr) return "(none)";
  std::string text(place->name);
  text.append(", ").append(place->country);
  if (!place->admin1.empty()) text.append(".").append(place->admin1);
  return text;
}

/// A story as the names in it: ";" between two, "," where the text has one.
struct Told {
  std::string_view names;
  std::string_view demonyms = {};
  std::string_view home = {};
};

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(at), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<const Place*> resolve(const Told& told) {
  std::vector<std::string> names;
  for (const auto& each : split(told.names, ",;"))
    names.push_back(fold_name(each));
  std::vector<PlaceMention> mentions;
  std::size_t at = 0;
  for (const auto& name : names) {
    const std::size_t end = told.names.find_first_of(",;", at);
    PlaceMention mention;
    mention.name = name;
    mention.next_may_contain =
        end != std::string_view::npos && told.names[end] == ',';
    mentions.push_back(mention);
    at = end + 1;
  }
  std::vector<DemonymCount> demonyms;
  for (const auto& word : split(told.demonyms, " "))
    for (const Place* place : gazetteer().demonym(word))
      demonyms.push_back({place, 1});
  std::optional<HomeRegion> home;
  if (!told.home.empty()) {
    const Place* town = described_place(gazetteer(), told.home);
    REQUIRE(town != nullptr);
    home = HomeRegion(*town);
  }
  return resolve_places(gazetteer(), mentions, demonyms, home);
}

/// The place of the first name.
std::string first(const Told& told) {
  return shown(resolve(told).front());
}

struct Case {
  Told told;
  const char* expected;
};

TEST_CASE("a name takes its meaning from the story") {
  const Case cases[] = {
      {{"Cairo"}, "Cairo, EG.11"},
      {{"Cairo,Illinois"}, "Cairo, US.IL"},
      {{"Cairo,Ill."}, "Cairo, US.IL"},
      {{"Cairo,Egypt"}, "Cairo, EG.11"},
      {{"Rafah"}, "Rafah, PS.GZ"},
      {{"Rafah;Gaza Strip;Egypt", "egyptian israeli"}, "Rafah, PS.GZ"},
      {{"Paris"}, "Paris, FR.11"},
      {{"Paris,Texas"}, "Paris, US.TX"},
      {{"Paris,Texas;Paris"}, "Paris, US.TX"},
      {{"Paris,Tex."}, "Paris, US.TX"},
      {{"Paris;Texas"}, "Paris, FR.11"},  // a state named is not enough
      {{"Paris,London,New York"}, "Paris, FR.11"},
      {{"Boston,New York;Chicago"}, "Boston, US.MA"},  // a list
      {{"China,Mexico"}, "China, CN"},                 // and so is this
      {{"Albany,New York"}, "Albany, US.NY"},
      {{"London,Ontario"}, "London, CA.08"},
      {{"London,England"}, "London, GB.ENG"},
      {{"Birmingham;Atlanta;Montgomery;Alabama"}, "Birmingham, US.AL"},
      {{"Birmingham;Coventry;Wolverhampton"}, "Birmingham, GB.ENG"},
      {{"Tripoli;Benghazi", "libyan"}, "Tripoli, LY.77"},
      {{"Tripoli;Beirut;Sidon;Lebanon", "lebanese"}, "Tripoli, LB.09"},
      {{"Hyderabad;Karachi;Sindh", "pakistani"}, "Hyderabad, PK.05"},
      {{"Hyderabad;New Delhi", "indian"}, "Hyderabad, IN.40"},
      {{"Georgia"}, "Georgia, GE"},
      {{"Georgia;Tbilisi;Russia", "georgian"}, "Georgia, GE"},
      {{"Athens,Georgia;Georgia"}, "Athens, US.GA"},
      {{"Washington"}, "Washington, US.DC"},
      {{"New York"}, "New York City, US.NY"},
      {{"the city of Cairo"}, "Cairo, EG.11"},
      {{"northern Iraq"}, "Iraq, IQ"},
      {{"Red Sea;Egypt", "egyptian"}, "Red Sea, "},  // not the province
      {{"Xyzzy"}, "(none)"},
      // What many countries have, and words of the language, need a witness.
      {{"Northeast;Maine;Boston"}, "(none)"},
      {{"Northeast;Iceland"}, "Northeast, IS.40"},
      {{"Capital Region;Albany"}, "(none)"},
      {{"God;Sioux Falls"}, "(none)"},
      {{"God;Budapest;Hungary"}, "Göd, HU.16"},
      // ... of which the country is none for a hamlet.
      {{"Mars;Antarctica;United States"}, "(none)"},
      {{"Congress;United States", "american"}, "(none)"},
      {{"Mars,Pennsylvania"}, "Mars, US.PA"},
      {{"Mars;United States;Pennsylvania"}, "Mars, US.PA"},
      {{"Mars;Pittsburgh"}, "Mars, US.PA"},
      {{"Midwest"}, "Midwest, US"},
      // No name speaks for a town of its own in the country that it names.
      {{"Mexico"}, "Mexico, MX"},
      {{"Mexico;Monterrey", "mexican mexican"}, "Mexico, MX"},
      {{"Mexico City;Mexico", "mexican"}, "Mexico City, MX.09"},
      {{"Taiwan;South Korea"}, "Taiwan, TW"},
      {{"Panama;Costa Rica", "panamanian"}, "Panama, PA"},
      {{"Djibouti;Red Sea"}, "Djibouti, DJ"},
      {{"Luxembourg"}, "Luxembourg, LU"},
      {{"Guatemala;Guatemala City", "guatemalan"}, "Guatemala, GT"},
  };
  for (const auto& [told, expected] : cases) {
    INFO(told.names << " / " << told.demonyms);
    CHECK(first(told) == expected);
  }
}

TEST_CASE("Georgia is the state where towns of the state are named") {
  const auto places = resolve({"Athens,Georgia;Atlanta;Georgia;Savannah"});
  CHECK(shown(places[1]) == "Georgia, US.GA");
  CHECK(places[1] == places[3]);  // one sense for one name
}

TEST_CASE("a source's home draws names to it") {
  const Case cases[] = {
      {{"Paris", {}, "Dallas, Texas"}, "Paris, FR.11"},
      {{"Paris", {}, "Paris, Texas"}, "Paris, US.TX"},
      {{"Mars", {}, "Dallas, Texas"}, "(none)"},
      {{"Mars", {}, "Philadelphia, Pennsylvania"}, "Mars, US.PA"},
      {{"Paris,France", {}, "Paris, Texas"}, "Paris, FR.11"},
      {{"Alexandria", {}, "Alexandria, Louisiana"}, "Alexandria, US.LA"},
      {{"Alexandria", {}, "Cairo, Egypt"}, "Alexandria, EG.06"},
      {{"Georgia", {}, "Athens, Georgia, United States"}, "Georgia, US.GA"},
      {{"Springfield", {}, "Massachusetts"}, "Springfield, US.MA"},
  };
  for (const auto& [told, expected] : cases) {
    INFO(told.names << " at " << told.home);
    CHECK(first(told) == expected);
  }
}

TEST_CASE("no names, no places") {
  CHECK(resolve_places(gazetteer(), {}).empty());
}

TEST_CASE("names as they are written") {
  struct Written {
    const char* written;
    const char* shown;
  };
  const Written cases[] = {
      {"the United States", "United States, US"},
      {"Tewksbury Twp.", "Tewksbury, US.MA"},
      {"W. Chicago", "West Chicago, US.IL"},
      {"Loudon Co.", "Loudon County, US.TN"},
      {"downtown Cairo", "Cairo, EG.11"},
      {"Alabamas", "Alabama, US.AL"},
      {"Dallas", "Dallas, US.TX"},
      {"Peoples Republics", "(none)"},
      {"the", "(none)"},
      {"City of", "(none)"},
      {"", "(none)"},
  };
  for (const auto& [written, expected] : cases) {
    INFO(written);
    const PlaceName name = find_written(gazetteer(), fold_name(written));
    CHECK(shown(name ? name.senses.front().place : nullptr) == expected);
  }
  CHECK(shown(described_place(gazetteer(), "cairo, illinois")) ==
        "Cairo, US.IL");
  CHECK(shown(described_place(gazetteer(), "Nowhere at all")) == "(none)");
  CHECK(shown(described_place(gazetteer(), "")) == "(none)");
}

TEST_CASE("distances") {
  struct Way {
    float lat1, lon1, lat2, lon2;
    int km;
    int within;
  };
  const Way ways[] = {
      {0, 0, 0, 0, 0, 0},
      {51.5F, -0.13F, 48.85F, 2.35F, 344, 4},     // London to Paris
      {40.71F, -74.01F, 38.9F, -77.04F, 328, 4},  // New York to Washington
      {60.17F, 24.94F, 59.44F, 24.75F, 82, 2},    // Helsinki to Tallinn
      {-17.7F, 179.9F, -17.7F, -179.9F, 21, 1},   // over the date line
      {31.3F, 34.24F, 31.5F, 34.47F, 31, 1},      // Rafah to Gaza
  };
  for (const auto& way : ways) {
    INFO(way.lat1 << " " << way.lon1);
    const int km = distance_km(way.lat1, way.lon1, way.lat2, way.lon2);
    CHECK(km >= way.km - way.within);
    CHECK(km <= way.km + way.within);
  }
}

}  // namespace
}  // namespace broadsheet
