#include "indexer/entities/story_places.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/text/fold.h"
#include "indexer/entities/dateline.h"
#include "indexer/entities/editors.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/people.h"

namespace broadsheet {
namespace {

const Place* resolve(const Gazetteer& g, std::string_view name) {
  const PlaceName found = g.find(fold_name(name));
  return found ? found.senses.front().place : nullptr;
}

class PlaceGroups {
 public:
  explicit PlaceGroups(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  Entity& of(const Place* place, std::string_view text) {
    const std::string key =
        place != nullptr ? std::to_string(place->id) : "x" + fold_name(text);
    const auto [at, fresh] = index_.try_emplace(key, made_.size());
    if (fresh) made_.push_back(entity(place, text));
    return made_[at->second];
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
    made.lat = place->lat;
    made.lon = place->lon;
    for (const Place* outer : gazetteer_.chain(*place))
      made.inside.push_back({outer->id, std::string(outer->name)});
    for (const Place* region : gazetteer_.regions(*place))
      made.inside.push_back({region->id, std::string(region->name)});
    return made;
  }

  const Gazetteer& gazetteer_;
  Entities made_;
  std::unordered_map<std::string, std::size_t> index_;
};

void add_spelling(Entity& entity, std::string_view text) {
  auto& known = entity.spellings;
  if (std::find(known.begin(), known.end(), text) == known.end())
    known.emplace_back(text);
}

}  // namespace

Entities find_places(std::span<const ZoneText> zones, std::string_view dateline,
                     const std::vector<std::string>& values,
                     const Gazetteer& gazetteer) {
  PlaceGroups groups(gazetteer);
  for (const ZoneText& zone : zones) {
    for (const TaggedSpan& span : zone.spans) {
      if (span.label != Label::kLocation) continue;
      const std::string_view text = zone.of(span);
      Entity& entity = groups.of(resolve(gazetteer, text), text);
      entity.mentions.push_back(zone.mention(span));
      add_spelling(entity, text);
    }
  }
  for (const DatelinePlace& filed : read_dateline(dateline)) {
    Entity& entity = groups.of(resolve(gazetteer, filed.name), filed.name);
    entity.dateline = true;
    add_spelling(entity, filed.name);
  }
  for (const std::string& value : values) {
    const std::string name = readable_name(value);
    if (!name.empty()) groups.of(resolve(gazetteer, name), name).editors = true;
  }
  return groups.take();
}

}  // namespace broadsheet
