#include "searcher/render/hit_json.h"

#include <algorithm>
#include <string>

#include "common/text/terminal.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

/// The value, or null where it is what stands for "unknown".
template <typename T>
Json known(const T& value, const T& unknown = {}) {
  return value == unknown ? Json() : Json(value);
}

Json person_json(const HitEntity& person) {
  return {{"name", person.name},
          {"mentions", person.mentions},
          {"spellings", person.spellings}};
}

Json place_json(const HitEntity& place) {
  const bool located = place.lat != 0 || place.lon != 0;
  return {{"name", place.name},
          {"id", known(place.id)},
          {"country", known(place.country)},
          {"lat", located ? Json(place.lat) : Json()},
          {"lon", located ? Json(place.lon) : Json()},
          {"mentions", place.mentions},
          {"spellings", place.spellings}};
}

/// What `show` says beyond that: where the body names it, and who said so.
void add_whole_story(Json& json, const HitEntity& entity) {
  json["spans"] = entity.spans;
  json["editors"] = entity.editors;
}

Json people_json(const Hit& hit) {
  Json list = Json::array();
  for (const auto& person : hit.people) {
    Json& json = list.emplace_back(person_json(person));
    if (!hit.whole) continue;
    add_whole_story(json, person);
    json["role"] = person.role;
  }
  return list;
}

Json places_json(const Hit& hit) {
  Json list = Json::array();
  for (const auto& place : hit.places) {
    Json& json = list.emplace_back(place_json(place));
    if (!hit.whole) continue;
    add_whole_story(json, place);
    json["dateline"] = place.dateline;
  }
  return list;
}

Json snippet_json(const Hit& hit) {
  return {{"text", hit.snippet.text}, {"marks", hit.snippet.marks}};
}

/// How many; where the story is whole, which.
Json copies_json(const Hit& hit) {
  if (!hit.whole) return hit.copies;
  Json list = Json::array();
  for (const auto& copy : hit.other_copies)
    list.push_back(
        {{"id", copy.id}, {"source", copy.source}, {"date", known(copy.date)}});
  return list;
}

Json corrections_json(const Hit& hit) {
  Json list = Json::array();
  if (!hit.correction.empty()) list.push_back(hit.correction);
  return list;
}

Json versions_json(const Hit& hit) {
  Json list = Json::array();
  for (const auto& version : hit.versions)
    list.push_back({{"id", version.id},
                    {"version", version.version},
                    {"date", known(version.date)},
                    {"status", version.status},
                    {"origin", version.origin}});
  return list;
}

template <auto Member>
Json member(const Hit& hit) {
  return hit.*Member;
}

constexpr bool kAlways = false;
constexpr bool kWholeStory = true;

constexpr HitKey kKeys[] = {
    {"rank", kAlways, HitDepth::kId, member<&Hit::rank>},
    {"score", kAlways, HitDepth::kId, member<&Hit::score>},
    {"id", kAlways, HitDepth::kId, member<&Hit::id>},
    {"archive", kAlways, HitDepth::kId, member<&Hit::archive>},
    {"headline", kAlways, HitDepth::kHead, member<&Hit::headline>},
    {"date", kAlways, HitDepth::kHead,
     [](const Hit& hit) { return known(hit.date); }},
    {"date_precision", kAlways, HitDepth::kHead, member<&Hit::date_precision>},
    {"date_source", kAlways, HitDepth::kHead, member<&Hit::date_source>},
    {"source", kAlways, HitDepth::kHead, member<&Hit::source>},
    {"byline", kAlways, HitDepth::kHead, member<&Hit::byline>},
    {"section", kAlways, HitDepth::kHead, member<&Hit::section>},
    {"language", kAlways, HitDepth::kHead, member<&Hit::language>},
    {"url", kAlways, HitDepth::kHead, member<&Hit::url>},
    {"origin", kAlways, HitDepth::kHead, member<&Hit::origin>},
    {"status", kAlways, HitDepth::kHead, member<&Hit::status>},
    {"people", kAlways, HitDepth::kHead, people_json},
    {"places", kAlways, HitDepth::kHead, places_json},
    {"snippet", kAlways, HitDepth::kFound, snippet_json},
    {"copies", kAlways, HitDepth::kFound, copies_json},
    {"ran_in", kAlways, HitDepth::kFound,
     [](const Hit& hit) { return known(hit.ran_in); }},
    {"corrections", kAlways, HitDepth::kHead, corrections_json},
    {"dateline", kWholeStory, HitDepth::kHead, member<&Hit::dateline>},
    {"version", kWholeStory, HitDepth::kHead, member<&Hit::version>},
    {"versions", kWholeStory, HitDepth::kVersions, versions_json},
    {"crawled", kWholeStory, HitDepth::kHead,
     [](const Hit& hit) { return known(hit.crawled); }},
    {"word_confidence", kWholeStory, HitDepth::kHead,
     [](const Hit& hit) { return known(hit.word_confidence); }},
    {"topics", kWholeStory, HitDepth::kHead, member<&Hit::topics>},
    {"orgs", kWholeStory, HitDepth::kHead, member<&Hit::orgs>},
    {"nationalities", kWholeStory, HitDepth::kHead,
     member<&Hit::nationalities>},
    {"body", kWholeStory, HitDepth::kBody, member<&Hit::body>},
};

Json chosen(const Json& all, const std::vector<std::string>& fields,
            std::span<const std::string_view> known) {
  Json chosen = Json::object();
  for (const auto& name : fields) {
    check_known("field", name, known);
    chosen[name] = all.at(name);
  }
  return chosen;
}

}  // namespace

std::span<const HitKey> hit_keys() {
  return kKeys;
}

std::vector<const HitKey*> chosen_keys(const std::vector<std::string>& fields,
                                       bool whole_story) {
  std::vector<const HitKey*> keys;
  for (const auto& name : fields) {
    check_known("field", name, hit_fields());
    keys.push_back(std::ranges::find(kKeys, name, &HitKey::name));
  }
  if (!fields.empty()) return keys;
  for (const auto& key : kKeys)
    if (whole_story || !key.whole_story) keys.push_back(&key);
  return keys;
}

HitDepth depth_of_keys(const RenderOptions& options) {
  const auto keys = chosen_keys(options.fields, false);
  return (*std::ranges::max_element(keys, {}, &HitKey::depth))->depth;
}

Json to_json(const Hit& hit, const std::vector<const HitKey*>& keys) {
  Json json = Json::object();
  for (const auto* key : keys) json[std::string(key->name)] = key->value(hit);
  return json;
}

Json to_json(const NameRow& row, const std::vector<std::string>& fields) {
  Json all = {{"name", row.name},
              {"stories", row.stories},
              {"country", known(row.country)},
              {"ambiguous", row.ambiguous},
              {"first", known(row.first)},
              {"last", known(row.last)},
              {"spellings", row.spellings},
              {"query", row.query},
              {"inside", row.inside}};
  return fields.empty() ? all : chosen(all, fields, name_fields());
}

Json to_json(const TimelineRow& row, const std::vector<std::string>& fields) {
  Json share;  // of nothing there is none
  if (row.all > 0)
    share = static_cast<double>(row.stories) / static_cast<double>(row.all);
  Json all = {{"period", row.period},
              {"value", row.value},
              {"stories", row.stories},
              {"share", share},
              {"all", row.all}};
  return fields.empty() ? all : chosen(all, fields, timeline_fields());
}

Json to_json(const BatchRow& row, const std::vector<std::string>& fields) {
  Json all = {{"id", row.id},
              {"query", row.query},
              {"total", row.total},
              {"first", known(row.first)},
              {"last", known(row.last)}};
  return fields.empty() ? all : chosen(all, fields, batch_fields());
}

std::string dump(const Json& json, const RenderOptions& options) {
  auto line = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return options.for_eyes() ? shown(line, Hidden::kJson) : line;
}

}  // namespace broadsheet
