#include "indexer/source_homes.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "common/index/archive.h"
#include "common/index/record.h"
#include "common/text/fold.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/place_resolver.h"
#include "indexer/entities/written_place.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLeastStories = 3;
constexpr int kNearKm = 100;

/// In how many stories a name stands, folded.
using NameCounts = std::map<std::string, std::size_t>;

struct SourceNames {
  std::size_t filed = 0;
  NameCounts datelines;
  NameCounts places;
};

std::set<std::string> folded_names(const Entity& place) {
  std::set<std::string> names;
  for (const auto& spelling : place.spellings)
    names.insert(fold_name(spelling));
  if (names.empty()) names.insert(fold_name(place.name));
  return names;
}

void add_story(const Story& story, SourceNames& source) {
  std::set<std::string> datelines, places;
  for (const Entity& entity : story.entities) {
    if (entity.kind != EntityKind::kPlace) continue;
    const auto names = folded_names(entity);
    places.insert(names.begin(), names.end());
    if (entity.dateline) datelines.insert(names.begin(), names.end());
  }
  if (!datelines.empty()) ++source.filed;
  for (const auto& name : datelines) ++source.datelines[name];
  for (const auto& name : places) ++source.places[name];
}

std::map<std::string, SourceNames> names_by_source(
    const Xapian::Database& database) {
  std::map<std::string, SourceNames> sources;
  const std::string every;
  for (auto at = database.postlist_begin(every);
       at != database.postlist_end(every); ++at) {
    const Story story = decode_head(database.get_document(*at).get_data());
    if (!story.article.source.empty())
      add_story(story, sources[story.article.source]);
  }
  return sources;
}

/// Is it a town near that one, or what contains it?
bool tells_of(const Gazetteer& gazetteer, const Place& place,
              const Place& town) {
  if (place.kind == PlaceKind::kCity)
    return distance_km(place.lat, place.lon, town.lat, town.lon) <= kNearKm;
  return std::ranges::count(gazetteer.chain(town), &place) > 0;
}

/// How often the other places named may be ones near the town; a name that
/// many places bear tells less.
std::size_t support(const Gazetteer& gazetteer, const NameCounts& places,
                    std::string_view itself, const Place& town) {
  constexpr std::size_t kWhole = 1000;
  std::size_t sum = 0;
  for (const auto& [name, stories] : places) {
    const auto senses = gazetteer.find(name).senses;
    const bool tells = std::ranges::any_of(senses, [&](const auto& sense) {
      return tells_of(gazetteer, *sense.place, town);
    });
    if (tells && name != itself) sum += kWhole * stories / senses.size();
  }
  return sum;
}

/// The likeliest town of that name; nullptr if there is none.
const Place* town_named(const Gazetteer& gazetteer, const std::string& name,
                        const NameCounts& places) {
  const Place* best = nullptr;
  std::size_t most = 0;
  for (const PlaceSense& sense : find_written(gazetteer, name).senses) {
    if (sense.place->kind != PlaceKind::kCity) continue;
    const auto its = support(gazetteer, places, name, *sense.place);
    if (best != nullptr && its <= most) continue;
    best = sense.place;
    most = its;
  }
  return best;
}

/// With its state and country, as the settings name a home; empty if that
/// would mean another town.
std::string description(const Gazetteer& gazetteer, const Place& town) {
  std::string text(town.name);
  for (const Place* outer : gazetteer.chain(town))
    if (outer->kind == PlaceKind::kAdmin1 || outer->kind == PlaceKind::kCountry)
      text.append(", ").append(outer->name);
  return described_place(gazetteer, text) == &town ? text : std::string();
}

}  // namespace

std::vector<SourceHome> learn_homes(const std::filesystem::path& archive) {
  const auto sources = names_by_source(open_archive(archive));
  const Gazetteer gazetteer;
  std::vector<SourceHome> homes;
  for (const auto& [source, names] : sources) {
    const auto leading = std::ranges::max_element(
        names.datelines, {}, &NameCounts::value_type::second);
    if (leading == names.datelines.end()) continue;
    const auto& [name, stories] = *leading;
    if (stories < kLeastStories || 2 * stories < names.filed) continue;
    const Place* town = town_named(gazetteer, name, names.places);
    if (town == nullptr) continue;
    const std::string home = description(gazetteer, *town);
    if (!home.empty()) homes.push_back({source, home, names.filed, stories});
  }
  return homes;
}

std::string to_toml(const std::vector<SourceHome>& homes) {
  // A string of JSON is one of TOML too.
  const auto quoted = [](const std::string& text) {
    return nlohmann::json(text).dump();
  };
  std::string text;
  for (const auto& [source, home, filed, from_home] : homes)
    text += fmt::format(
        "[[source]]  # {} of {} stories filed there\nname = {}\nhome = {}\n\n",
        from_home, filed, quoted(source), quoted(home));
  return text;
}

}  // namespace broadsheet
