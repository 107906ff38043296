// What the shipped gazetteer answers: names, containment, demonyms.
#include "indexer/entities/gazetteer.h"

#include <cmath>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer shipped;
  return shipped;
}

PlaceName find(std::string_view name) {
  return gazetteer().find(fold_name(name));
}

/// The likeliest place of a name, for messages as "Cairo, EG".
std::string first(std::string_view name) {
  const PlaceName found = find(name);
  if (!found) return "(none)";
  const Place& place = *found.senses.front().place;
  return std::string(place.name) + ", " + std::string(place.country);
}

const Place& place(std::uint32_t id) {
  const Place* found = gazetteer().place(id);
  REQUIRE(found != nullptr);
  return *found;
}

std::string names(const std::vector<const Place*>& places) {
  std::string joined;
  for (const Place* each : places) {
    if (!joined.empty()) joined += " < ";
    joined += each->name;
  }
  return joined;
}

bool lies_in(const Place& inner, std::string_view outer) {
  for (const auto& around :
       {gazetteer().chain(inner), gazetteer().regions(inner)})
    for (const Place* each : around)
      if (each->name == outer) return true;
  return false;
}

constexpr std::uint32_t kCairo = 360630;
constexpr std::uint32_t kRafah = 281102;
constexpr std::uint32_t kParisTexas = 4717560;
constexpr std::uint32_t kWashington = 4140963;

struct NameCase {
  const char* name;
  const char* first;
};

TEST_CASE("a name alone means its likeliest place") {
  const NameCase cases[] = {
      {"Cairo", "Cairo, EG"},
      {"CAIRO", "Cairo, EG"},
      {"Paris", "Paris, FR"},
      {"London", "London, GB"},
      {"Washington", "Washington, US"},
      {"New York", "New York City, US"},  // not the state, though larger
      {"Georgia", "Georgia, GE"},
      {"Gaza Strip", "Gaza Strip, PS"},
      {"the Gaza Strip", "Gaza Strip, PS"},
      {"Rafah", "Rafah, PS"},
      {"St. Louis", "St. Louis, US"},
      {"Saint Louis", "St. Louis, US"},
      {"St. Petersburg", "Saint Petersburg, RU"},
      {"Leningrad", "Saint Petersburg, RU"},
      {"Bombay", "Mumbai, IN"},
      {"Peking", "Beijing, CN"},
      {"Saigon", "Ho Chi Minh City, VN"},
      {"München", "Munich, DE"},
      {"Munich", "Munich, DE"},
      {"Köln", "Cologne, DE"},
      {"Sao Paulo", "São Paulo, BR"},
      {"Coeur d'Alene", "Coeur d'Alene, US"},
      {"Coeur d’Alene", "Coeur d'Alene, US"},
      {"Khan Younis", "Khan Yunis, PS"},
      {"Ramallah", "Ramallah, PS"},
      {"Scotland", "Scotland, GB"},
      {"Northern Ireland", "Northern Ireland, GB"},
      {"Bavaria", "Bavaria, DE"},
      {"Catalonia", "Catalonia, ES"},
      {"Singapore", "Singapore, SG"},
      {"Middle East", "Middle East, "},  // of no one country
      {"Sinai", "Sinai, EG"},
      {"Silicon Valley", "Silicon Valley, US"},
      {"Calif.", "California, US"},
      {"N.Y.", "New York, US"},
      {"D.C.", "Washington, D.C., US"},
      {"Москва", "Moscow, RU"},
      {"القاهرة", "Cairo, EG"},
      {"开罗", "Cairo, EG"},
      {"Deutschland", "Germany, DE"},
      {"Ägypten", "Egypt, EG"},
      {"Soviet Union", "Soviet Union, "},
      {"East Germany", "East Germany, DE"},
      {"Zaire", "Zaire, CD"},
      {"Burma", "Myanmar, MM"},
      {"Britain", "United Kingdom, GB"},
      {"U.S.", "United States, US"},
      {"the United States", "United States, US"},
      {"UAE", "United Arab Emirates, AE"},
  };
  for (const auto& [name, expected] : cases) {
    INFO(name);
    CHECK(first(name) == expected);
  }
}

TEST_CASE("what is no place is unknown") {
  for (const char* name : {"", " ", "UN", "United Nations", "Broadsheet", "New",
                           "xyzzy", "Cairo Egypt Cairo", "St"}) {
    INFO(name);
    CHECK_FALSE(find(name));
  }
}

TEST_CASE("every country of the Reuters collection has a place") {
  for (const char* name : {"afghanistan",
                           "albania",
                           "algeria",
                           "american samoa",
                           "andorra",
                           "angola",
                           "anguilla",
                           "antigua",
                           "argentina",
                           "aruba",
                           "australia",
                           "austria",
                           "bahamas",
                           "bahrain",
                           "bangladesh",
                           "barbados",
                           "belgium",
                           "belize",
                           "benin",
                           "bermuda",
                           "bhutan",
                           "bolivia",
                           "botswana",
                           "brazil",
                           "british virgin islands",
                           "brunei",
                           "bulgaria",
                           "burkina faso",
                           "burma",
                           "burundi",
                           "cameroon",
                           "canada",
                           "cape verde",
                           "cayman islands",
                           "central african republic",
                           "chad",
                           "chile",
                           "china",
                           "colombia",
                           "congo",
                           "costa rica",
                           "cuba",
                           "cyprus",
                           "czechoslovakia",
                           "denmark",
                           "djibouti",
                           "dominica",
                           "dominican republic",
                           "east germany",
                           "ecuador",
                           "egypt",
                           "el salvador",
                           "equatorial guinea",
                           "ethiopia",
                           "fiji",
                           "finland",
                           "france",
                           "french guiana",
                           "gabon",
                           "gambia",
                           "ghana",
                           "gibraltar",
                           "greece",
                           "grenada",
                           "guadeloupe",
                           "guam",
                           "guatemala",
                           "guinea",
                           "guinea bissau",
                           "guyana",
                           "haiti",
                           "honduras",
                           "hong kong",
                           "hungary",
                           "iceland",
                           "india",
                           "indonesia",
                           "iran",
                           "iraq",
                           "ireland",
                           "israel",
                           "italy",
                           "ivory coast",
                           "jamaica",
                           "japan",
                           "jordan",
                           "kampuchea",
                           "kenya",
                           "kuwait",
                           "laos",
                           "lebanon",
                           "lesotho",
                           "liberia",
                           "libya",
                           "liechtenstein",
                           "luxembourg",
                           "macao",
                           "madagascar",
                           "malawi",
                           "malaysia",
                           "mali",
                           "malta",
                           "martinique",
                           "mauritania",
                           "mauritius",
                           "mexico",
                           "monaco",
                           "morocco",
                           "mozambique",
                           "namibia",
                           "nepal",
                           "netherlands",
                           "netherlands antilles",
                           "new caledonia",
                           "new zealand",
                           "nicaragua",
                           "niger",
                           "nigeria",
                           "north korea",
                           "norway",
                           "oman",
                           "pakistan",
                           "panama",
                           "papua new guinea",
                           "paraguay",
                           "peru",
                           "philippines",
                           "poland",
                           "portugal",
                           "qatar",
                           "romania",
                           "rwanda",
                           "saudi arabia",
                           "senegal",
                           "seychelles",
                           "sierra leone",
                           "singapore",
                           "somalia",
                           "south africa",
                           "south korea",
                           "spain",
                           "sri lanka",
                           "sudan",
                           "suriname",
                           "swaziland",
                           "sweden",
                           "switzerland",
                           "syria",
                           "taiwan",
                           "tanzania",
                           "thailand",
                           "togo",
                           "tonga",
                           "trinidad tobago",
                           "tunisia",
                           "turkey",
                           "uae",
                           "uganda",
                           "uk",
                           "uruguay",
                           "us virgin islands",
                           "usa",
                           "ussr",
                           "vanuatu",
                           "vatican",
                           "venezuela",
                           "vietnam",
                           "west germany",
                           "western samoa",
                           "yemen arab republic",
                           "yemen demo republic",
                           "yugoslavia",
                           "zaire",
                           "zambia",
                           "zimbabwe"}) {
    INFO(name);
    const PlaceName found = find(name);
    REQUIRE(found);
    CHECK(found.senses.front().place->kind <= PlaceKind::kFormerCountry);
  }
}

TEST_CASE("places contain places") {
  CHECK(names(gazetteer().chain(place(kCairo))) == "Cairo < Egypt");
  CHECK(names(gazetteer().chain(place(kRafah))) ==
        "Gaza Strip < Palestinian Territories");
  CHECK(names(gazetteer().chain(place(kParisTexas))) ==
        "Lamar County < Texas < United States");
  CHECK(names(gazetteer().chain(place(kWashington))) ==
        "Washington, D.C. < United States");  // no county of one city
  CHECK(names(gazetteer().chain(*gazetteer().country("EG"))).empty());

  struct Case {
    const char* inner;
    const char* outer;
    bool inside;
  };
  const Case cases[] = {
      {"Cairo", "Middle East", true},
      {"Cairo", "Africa", true},
      {"Cairo", "Asia", false},
      {"Sinai", "Egypt", true},
      {"Arish", "Sinai", true},
      {"Sinai", "Middle East", true},
      {"San Jose, California", "Silicon Valley", false},  // no such name
      {"Palo Alto", "Silicon Valley", true},
      {"Palo Alto", "California", true},
      {"Silicon Valley", "California", true},
      {"Los Angeles", "Silicon Valley", false},
      {"Grozny", "Caucasus", true},  // through the North Caucasus
      {"Glasgow", "Scotland", true},
      {"Glasgow", "England", false},
      {"Nyala", "Darfur", true},
      {"Zaire", "Democratic Republic of the Congo", true},
      {"East Germany", "Germany", true},
      {"Yugoslavia", "Balkans", true},
      {"Soviet Union", "Europe", true},
      {"Soviet Union", "Russia", false},
      {"Netherlands Antilles", "Americas", true},
      {"Hanoi", "Southeast Asia", true},
      {"Oslo", "Scandinavia", true},
      {"Kingston", "Caribbean", true},
      {"Khan Yunis", "Gaza Strip", true},
  };
  for (const auto& [inner, outer, inside] : cases) {
    INFO(inner << " in " << outer);
    const PlaceName found = find(inner);
    CHECK((found && lies_in(*found.senses.front().place, outer)) == inside);
  }
}

TEST_CASE("a former country has successors") {
  const auto successors = [](std::string_view name) {
    return names(gazetteer().successors(*find(name).senses.front().place));
  };
  CHECK(successors("Czechoslovakia") == "Czech Republic < Slovakia");
  CHECK(successors("Zaire") == "Democratic Republic of the Congo");
  CHECK(successors("Soviet Union").starts_with("Russia < Ukraine"));
  CHECK(successors("Egypt").empty());
}

TEST_CASE("demonyms lead to places and are none") {
  const NameCase cases[] = {
      {"egyptian", "Egypt"},      {"egyptians", "Egypt"},
      {"gazan", "Gaza Strip"},    {"gazans", "Gaza Strip"},
      {"soviet", "Soviet Union"}, {"east german", "East Germany"},
      {"scottish", "Scotland"},   {"texan", "Texas"},
      {"dutch", "Netherlands"},   {"kurdish", "Kurdistan"},
      {"european", "Europe"},     {"sudanese", "Sudan"},
  };
  for (const auto& [word, expected] : cases) {
    INFO(word);
    const auto found = gazetteer().demonym(word);
    REQUIRE(found.size() == 1);
    CHECK(found.front()->name == expected);
    CHECK_FALSE(find(word));
  }
  CHECK(gazetteer().demonym("congolese").size() == 2);
  CHECK(gazetteer().demonym("egypt").empty());
  CHECK(gazetteer().demonym("").empty());
  CHECK(gazetteer().demonym("costa rican").size() == 1);
  CHECK(gazetteer().opens_demonym("costa"));
  CHECK_FALSE(gazetteer().opens_demonym("rican"));
  CHECK_FALSE(gazetteer().opens_demonym(""));
}

TEST_CASE("words that are not only places are marked") {
  struct Case {
    const char* name;
    bool common;
    bool person;
  };
  const Case cases[] = {
      {"Reading", true, false}, {"Nice", true, false},
      {"Mobile", true, false},  {"US", true, false},
      {"Hope", true, false},    {"Georgia", false, true},
      {"Cairo", false, false},  {"Rafah", false, false},
  };
  for (const auto& [name, common, person] : cases) {
    INFO(name);
    const PlaceName found = find(name);
    REQUIRE(found);
    CHECK(found.common_word == common);
    CHECK(found.person_name == person);
    CHECK(found.ambiguous_word() == (common || person));
  }
}

TEST_CASE("abbreviations are marked") {
  for (const char* name : {"Calif.", "Tex.", "NSW", "UK", "U.S.", "UAE"}) {
    INFO(name);
    CHECK(find(name).abbreviation());
  }
  for (const char* name : {"California", "Texas", "USA state"}) {
    INFO(name);
    CHECK_FALSE(find(name).abbreviation());
  }
}

TEST_CASE("the longest name wins") {
  using Words = std::vector<std::string_view>;
  const auto match = [](const Words& words) {
    return gazetteer().longest_match(words);
  };
  CHECK(match({"gaza", "strip", "and"}) == 2);
  CHECK(match({"gaza", "and", "strip"}) == 1);
  CHECK(match({"new", "york", "city", "hall"}) == 3);
  CHECK(match({"new", "idea"}) == 0);
  CHECK(match({"st", "john", "'s", "said"}) == 3);
  CHECK(match({"cairo", "'s", "streets"}) == 1);
  CHECK(match({"democratic", "republic", "of", "the", "congo", "today"}) == 5);
  CHECK(match({"democratic", "republic", "of"}) == 0);
  CHECK(match({"xyzzy"}) == 0);
  CHECK(match({}) == 0);
}

TEST_CASE("codes and ids") {
  CHECK(gazetteer().country("EG")->name == "Egypt");
  CHECK(gazetteer().country("eg") == nullptr);
  CHECK(gazetteer().country("") == nullptr);
  CHECK(gazetteer().country("ZZ") == nullptr);
  CHECK(gazetteer().district("US", "TX")->name == "Texas");
  CHECK(gazetteer().district("US", "??") == nullptr);
  CHECK(gazetteer().place(0) == nullptr);
  CHECK(gazetteer().place(kCairo)->capital);
  CHECK(gazetteer().place(kCairo)->population > 5'000'000);
  CHECK(std::abs(gazetteer().place(kCairo)->lat - 30.06F) < .001F);
  CHECK(std::abs(gazetteer().place(kCairo)->lon - 31.25F) < .001F);
}

}  // namespace
}  // namespace broadsheet
