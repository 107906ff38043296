#include "indexer/entities/story_places.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <unordered_map>
#include <utility>

#include "common/text/fold.h"
#include "indexer/entities/dateline.h"
#include "indexer/entities/editors.h"
#include "indexer/entities/paired_places.h"
#include "indexer/entities/people.h"
#include "indexer/entities/place_resolver.h"
#include "indexer/entities/place_witness.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/written_place.h"

namespace broadsheet {
namespace {

/// How many mentions of its people a country named by the editors weighs.
constexpr std::uint32_t kEditorsWeight = 3;

/// The decimal that a coordinate of the gazetteer was made from.
double rounded(float degrees) {
  return std::round(static_cast<double>(degrees) * 1e4) / 1e4;
}

/// Entities by place, or by name where the gazetteer knows no place.
class PlaceEntities {
 public:
  explicit PlaceEntities(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  Entity& of(const Place* place, std::string_view text) {
    std::size_t& number =
        place != nullptr ? index_[place->id] : unknown_[fold_name(text)];
    if (number == 0) {
      made_.push_back(entity(place, text));
      number = made_.size();
    }
    return made_[number - 1];
  }

  Entity& named(const Place* place, std::string_view text) {
    Entity& found = of(place, text);
    auto& known = found.spellings;
    if (std::find(known.begin(), known.end(), text) == known.end())
      known.emplace_back(text);
    return found;
  }

  /// What is known of a place that no gazetteer has: "NAUGATUK, Conn."
  void put_inside(Entity& unknown, const Place* outer) const {
    if (outer == nullptr || !unknown.inside.empty()) return;
    unknown.country = outer->country;
    add(unknown, *outer);
    add_outer(unknown, *outer);
  }

  Entities take() { return std::move(made_); }

 private:
  Entity entity(const Place* place, std::string_view text) const {
    Entity made;
    made.kind = EntityKind::kPlace;
    made.name = place != nullptr ? std::string(place->name) : proper_case(text);
    if (place == nullptr) return made;
    made.place_id = place->id;
    made.country = place->country;
    made.lat = rounded(place->lat);
    made.lon = rounded(place->lon);
    add_outer(made, *place);
    return made;
  }

  void add_outer(Entity& to, const Place& place) const {
    const auto chain = gazetteer_.chain(place);
    const auto regions = gazetteer_.regions(place);
    to.inside.reserve(to.inside.size() + chain.size() + regions.size());
    for (const Place* outer : chain) add(to, *outer);
    for (const Place* region : regions) add(to, *region);
  }

  static void add(Entity& to, const Place& outer) {
    to.inside.push_back({outer.id, std::string(outer.name)});
  }

  const Gazetteer& gazetteer_;
  Entities made_;
  /// Numbers of entities, from 1: by the place's id, by a folded name.
  std::unordered_map<std::uint32_t, std::size_t> index_;
  std::unordered_map<std::string, std::size_t> unknown_;
};

/// The names of a story's places in the order in which they are resolved: the
/// dateline's with what it says lies around them, the headline's, the body's.
class Names {
 public:
  explicit Names(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  void add_dateline(const std::vector<DatelinePlace>& filed) {
    for (const DatelinePlace& place : filed) {
      add(place.name, {}, true);
      for (const std::string& outer : place.outer) {
        mentions_.back().next_may_contain = true;
        add(outer, {}, true);
      }
    }
  }

  void add_zone(const ZoneText& zone) {
    std::uint32_t end = 0;
    for (const TaggedSpan& span : zone.spans) {
      if (span.label != Label::kLocation) continue;
      if (end > 0 && holds(zone.text.substr(end, span.begin - end)))
        mentions_.back().next_may_contain = true;
      add(full_name(zone, span), span, false);
      end = span.end;
    }
  }

  const std::vector<PlaceMention>& mentions() const { return mentions_; }

 private:
  void add(std::string_view name, const TaggedSpan& span, bool dateline) {
    folded_.push_back(name_in_gazetteer(gazetteer_, name));
    mentions_.push_back(
        {folded_.back(), span.begin, span.end, dateline, false});
  }

  /// With the article if it belongs to the name: "the Gulf", "The Hague". LA
  /// is the city, but not in "Sen. Jan Holm (D-LA)".
  std::string_view full_name(const ZoneText& zone,
                             const TaggedSpan& span) const {
    constexpr std::size_t kArticle = 4;
    const std::string_view name = zone.of(span);
    if (name == "LA" && follows_party(zone.text.substr(0, span.begin)))
      return "Louisiana";
    if (span.begin < kArticle) return name;
    const std::string_view longer = zone.text.substr(
        span.begin - kArticle, span.end - span.begin + kArticle);
    const bool article =
        longer.starts_with("the ") || longer.starts_with("The ");
    return article && gazetteer_.find(fold_name(longer)) ? longer : name;
  }

  /// Is that between "Paris" and "Texas"? A text may have lost its commas.
  static bool holds(std::string_view gap) {
    return gap == ", " || gap == " (" || gap == "," || gap == " " ||
           gap == "  ";
  }

  const Gazetteer& gazetteer_;
  std::deque<std::string> folded_;  // never moves what mentions_ look at
  std::vector<PlaceMention> mentions_;
};

std::vector<DemonymCount> weights(const PlaceContext& context,
                                  std::span<const Place* const> editors,
                                  const Gazetteer& gazetteer) {
  std::vector<DemonymCount> counts;
  for (const Entity& nationality : context.nationalities) {
    if (nationality.spellings.empty()) continue;
    const auto count = static_cast<std::uint32_t>(nationality.mentions.size());
    for (const Place* place :
         gazetteer.demonym(fold_name(nationality.spellings.front())))
      counts.push_back({place, count});
  }
  for (const Place* place : editors)
    if (place != nullptr) counts.push_back({place, kEditorsWeight});
  return counts;
}

}  // namespace

Entities find_places(std::span<const ZoneText> zones,
                     const PlaceContext& context, const Gazetteer& gazetteer) {
  std::vector<std::string> editors_names;
  std::vector<const Place*> editors;
  for (const std::string& value : context.editors) {
    std::string name = readable_place(value);
    if (name.empty()) continue;
    editors.push_back(described_place(gazetteer, name));
    editors_names.push_back(std::move(name));
  }

  Names names(gazetteer);
  std::vector<DatelinePlace> filed = read_dateline(context.dateline);
  std::erase_if(filed, [](const DatelinePlace& place) {
    return is_known_org(fold_name(place.name));  // "UNITED NATIONS"
  });
  names.add_dateline(filed);
  for (const ZoneText& zone : zones) names.add_zone(zone);
  const std::vector<const Place*> places = resolve_places(
      gazetteer, names.mentions(), weights(context, editors, gazetteer),
      context.home == nullptr ? std::nullopt
                              : std::optional(HomeRegion(*context.home)));

  PlaceEntities entities(gazetteer);
  std::size_t next = 0;
  for (const DatelinePlace& place : filed) {
    Entity& entity = entities.named(places[next], place.name);
    entity.dateline = true;
    if (places[next] == nullptr && !place.outer.empty())
      entities.put_inside(entity, places[next + 1]);
    next += 1 + place.outer.size();
  }
  for (const ZoneText& zone : zones)
    for (const TaggedSpan& span : zone.spans)
      if (span.label == Label::kLocation)
        entities.named(places[next++], zone.of(span))
            .mentions.push_back(zone.mention(span));
  for (std::size_t i = 0; i < editors.size(); ++i)
    entities.of(editors[i], editors_names[i]).editors = true;
  return entities.take();
}

}  // namespace broadsheet
