// Measures place resolution on LGL: 588 stories of local news with the place
// of each name marked by hand. Prints, for the most populous candidate and for
// the resolver without and with the home town of each newspaper, the share of
// names within 161 km (100 miles) of the mark, or of the same id.
//
//   lgl_quality LGL.xml HOMES.tsv [--misses]
#include <cctype>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/place_resolver.h"
#include "indexer/entities/written_place.h"

namespace broadsheet {
namespace {

struct Gold {
  std::string name;
  std::string written;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool marked = false;  // has a position
  std::uint32_t id = 0;
  double lat = 0;
  double lon = 0;
};

struct Story {
  std::string site;
  std::string text;
  std::vector<Gold> places;
};

double radians(double degrees) {
  return degrees * 0.017453292519943295;
}

double great_circle_km(double lat1, double lon1, double lat2, double lon2) {
  const double a = std::sin(radians(lat2 - lat1) / 2);
  const double b = std::sin(radians(lon2 - lon1) / 2);
  return 2 * 6371 *
         std::asin(std::sqrt(a * a + std::cos(radians(lat1)) *
                                         std::cos(radians(lat2)) * b * b));
}

bool right(const Gold& gold, const Place* place) {
  return place != nullptr &&
         (place->id == gold.id ||
          great_circle_km(gold.lat, gold.lon, double{place->lat},
                          double{place->lon}) <= 161);
}

std::vector<Story> read_stories(const char* path) {
  pugi::xml_document document;
  if (!document.load_file(path)) return {};
  std::vector<Story> stories;
  for (const auto article : document.child("articles").children("article")) {
    Story story{article.child_value("domain"), article.child_value("text"), {}};
    for (const auto each : article.child("toponyms").children("toponym")) {
      Gold gold;
      gold.written = each.child_value("phrase");
      gold.name = fold_name(gold.written);
      gold.begin = each.child("start").text().as_uint();
      gold.end = each.child("end").text().as_uint();
      const auto mark = each.child("gaztag");
      gold.marked = !mark.child("lat").empty();
      gold.id = mark.attribute("geonameid").as_uint();
      gold.lat = mark.child("lat").text().as_double();
      gold.lon = mark.child("lon").text().as_double();
      story.places.push_back(gold);
    }
    stories.push_back(story);
  }
  return stories;
}

std::map<std::string, std::string> read_homes(const char* path) {
  std::map<std::string, std::string> homes;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (const auto tab = line.find('\t'); line[0] != '#' && tab != line.npos)
      homes[line.substr(0, tab)] = line.substr(tab + 1);
  return homes;
}

/// Offsets count characters, not bytes.
std::u32string characters(const std::string& text) {
  std::u32string wide;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) wide += byte < 0x80 ? char32_t{byte} : U'?';
  }
  return wide;
}

bool only_comma(const std::u32string& text, std::size_t from, std::size_t to) {
  if (from >= to || to > text.size() || to - from > 3) return false;
  const auto gap = text.substr(from, to - from);
  return gap == U", " || gap == U" (" || gap == U" , " || gap == U",";
}

/// The places named; adjectives ("Egyptian") are left to the demonyms.
struct Named {
  std::vector<PlaceMention> mentions;
  std::vector<const Gold*> gold;
};

Named places_named(const Gazetteer& gazetteer, const Story& story) {
  const std::u32string text = characters(story.text);
  Named named;
  for (std::size_t i = 0; i < story.places.size(); ++i) {
    const Gold& gold = story.places[i];
    if (!gazetteer.demonym(gold.name).empty()) continue;
    PlaceMention mention{gold.name, static_cast<std::uint32_t>(gold.begin),
                         static_cast<std::uint32_t>(gold.end), false, false};
    mention.next_may_contain =
        i + 1 < story.places.size() &&
        only_comma(text, gold.end, story.places[i + 1].begin);
    named.mentions.push_back(mention);
    named.gold.push_back(&gold);
  }
  return named;
}

/// Capitalised demonyms of one word.
std::vector<DemonymCount> demonyms_of(const Gazetteer& gazetteer,
                                      const std::string& text) {
  std::map<std::uint32_t, std::uint32_t> counts;
  std::string word;
  for (const char c : text + " ") {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += c;
      continue;
    }
    if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') {
      const auto places = gazetteer.demonym(fold_name(word));
      if (places.size() == 1) ++counts[places.front()->id];
    }
    word.clear();
  }
  std::vector<DemonymCount> demonyms;
  for (const auto& [id, count] : counts)
    demonyms.push_back({gazetteer.place(id), count});
  return demonyms;
}

const Place* most_populous(PlaceName name) {
  const Place* best = nullptr;
  for (const auto& sense : name.senses)
    if (best == nullptr || sense.place->population > best->population)
      best = sense.place;
  return best;
}

struct Tally {
  int marks = 0;
  int known = 0;  // the right place is among the candidates
  int populous = 0;
  int first = 0;
  int resolved = 0;
  int homed = 0;

  void add(const Tally& other) {
    marks += other.marks;
    known += other.known;
    populous += other.populous;
    first += other.first;
    resolved += other.resolved;
    homed += other.homed;
  }
  void print(const char* what) const {
    const auto share = [&](int n) { return double(n) / double(marks); };
    std::printf("%-20s %5d  %.3f  %.3f  %.3f  %.3f  %.3f\n", what, marks,
                share(known), share(populous), share(first), share(resolved),
                share(homed));
  }
};

class Measurement {
 public:
  Measurement(std::map<std::string, std::string> homes, bool misses)
      : homes_(std::move(homes)), misses_(misses) {}

  void measure(const Story& story) {
    const Named named = places_named(gazetteer_, story);
    const auto demonyms = demonyms_of(gazetteer_, story.text);
    const auto plain = resolve_places(gazetteer_, named.mentions, demonyms);
    const auto homed = resolve_places(gazetteer_, named.mentions, demonyms,
                                      home_of(story.site));
    for (std::size_t i = 0; i < named.gold.size(); ++i)
      if (named.gold[i]->marked)
        count(story, *named.gold[i], plain[i], homed[i]);
    for (const Gold& gold : story.places) {
      const auto people = gazetteer_.demonym(gold.name);
      if (!gold.marked || people.empty()) continue;
      const bool good = right(gold, people.front());
      adjectives_.add({1, good, good, good, good, good});
    }
  }

  void print() const {
    std::puts(
        "                      names known  popul. alone  solved at home");
    nouns_.print("names");
    Tally both = nouns_;
    both.add(adjectives_);
    both.print("with adjectives");
  }

 private:
  std::optional<HomeRegion> home_of(const std::string& site) const {
    const auto at = homes_.find(site);
    if (at == homes_.end()) return std::nullopt;
    const Place* town = described_place(gazetteer_, at->second);
    if (town == nullptr) return std::nullopt;
    return HomeRegion(*town);
  }

  void count(const Story& story, const Gold& gold, const Place* plain,
             const Place* homed) {
    const PlaceName name = find_written(gazetteer_, gold.name);
    bool known = false;
    for (const auto& sense : name.senses)
      known = known || right(gold, sense.place);
    nouns_.add({1, known, right(gold, most_populous(name)),
                name && right(gold, name.senses.front().place),
                right(gold, plain), right(gold, homed)});
    if (!misses_ || right(gold, homed)) return;
    std::cout << (known  ? "wrong"
                  : name ? "other"
                         : "unknown")
              << '\t' << gold.written << '\t' << gold.id << '\t' << gold.lat
              << ',' << gold.lon << '\t';
    if (homed != nullptr)
      std::cout << homed->name << ", " << homed->country << '.'
                << homed->admin1;
    std::cout << '\t' << story.site << '\n';
  }

  Gazetteer gazetteer_;
  std::map<std::string, std::string> homes_;
  bool misses_;
  Tally nouns_;
  Tally adjectives_;
};

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: lgl_quality LGL.xml HOMES.tsv [--misses]\n";
    return 2;
  }
  broadsheet::Measurement measurement(broadsheet::read_homes(argv[2]),
                                      argc > 3);
  for (const auto& story : broadsheet::read_stories(argv[1]))
    measurement.measure(story);
  measurement.print();
  return 0;
}
