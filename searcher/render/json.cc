// One JSON object an answer, one hit a line; and one hit a line alone (jsonl).
#include <string>

#include "searcher/render/formats.h"
#include "searcher/render/hit_json.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

Json expansions_json(const Answer& answer) {
  Json list = Json::array();
  for (const auto& expansion : answer.expansions) {
    Json forms = Json::array();
    for (const auto& [form, stories] : expansion.forms)
      forms.push_back({{"form", form}, {"stories", stories}});
    list.push_back({{"clause", expansion.clause},
                    {"forms", std::move(forms)},
                    {"cut", expansion.cut}});
  }
  return list;
}

Json untagged_json(const Answer& answer) {
  Json list = Json::array();
  for (const auto& untagged : answer.untagged)
    list.push_back({{"clause", untagged.clause},
                    {"stories", untagged.stories},
                    {"query", untagged.query}});
  return list;
}

Json facet_json(const Facet& facet) {
  Json list = Json::array();
  for (const auto& value : facet.values)
    list.push_back({{"value", value.value},
                    {"stories", value.stories},
                    {"query", value.query}});
  return list;
}

/// What stands in front of the hits.
Json head_json(const Answer& answer) {
  return {{"query",
           {{"typed", answer.typed},
            {"understood", answer.understood},
            {"match", answer.match},
            {"expansions", expansions_json(answer)},
            {"untagged", untagged_json(answer)}}},
          {"total", answer.total},
          {"total_stories", answer.total_stories},
          {"hidden", answer.hidden},
          {"took_ms", answer.took_ms},
          {"generation", answer.generation},
          {"version", answer.version}};
}

/// What stands behind them.
Json tail_json(const Answer& answer) {
  Json facets = Json::object(), distinct = Json::object();
  for (const auto& facet : answer.facets) {
    facets[facet.name] = facet_json(facet);
    distinct[facet.name] = facet.distinct;
  }
  return {{"facets", std::move(facets)},
          {"facet_values", std::move(distinct)},
          {"suggestion", answer.suggestion},
          {"suggestion_total", answer.suggestion_total},
          {"notes", answer.notes}};
}

/// The object left open for one more key, an array.
std::string open_array(const Answer& answer, std::string_view key,
                       const RenderOptions& options) {
  auto text = dump(head_json(answer), options);
  text.pop_back();
  return text + ",\"" + std::string(key) + "\":[";
}

/// The array closed, and the object with its last keys.
std::string close_array(const Answer& answer, const RenderOptions& options) {
  return "\n]," + dump(tail_json(answer), options).substr(1) + "\n";
}

std::string head(const Answer& answer, const RenderOptions& options) {
  return open_array(answer, "hits", options);
}

std::string hit_object(const Hit& hit, const RenderOptions& options) {
  const auto keys = chosen_keys(options.fields, hit.whole);
  Json object = Json::object();
  if (!options.topic.empty()) object["topic"] = options.topic;
  object.update(to_json(hit, keys));
  return dump(object, options);
}

std::string hit(const Hit& hit, bool first, const RenderOptions& options) {
  return (first ? "\n" : ",\n") + hit_object(hit, options);
}

template <class Row>
std::string row_array(const Answer& answer, std::string_view key,
                      const std::vector<Row>& rows,
                      const RenderOptions& options) {
  auto text = open_array(answer, key, options);
  for (const auto& row : rows)
    text += (&row == &rows.front() ? "\n" : ",\n") +
            dump(to_json(row, options.fields), options);
  return text + close_array(answer, options);
}

std::string names(const Answer& answer, const std::vector<NameRow>& rows,
                  const RenderOptions& options) {
  return row_array(answer, "names", rows, options);
}

std::string timeline(const Answer& answer, const std::vector<TimelineRow>& rows,
                     const RenderOptions& options) {
  return row_array(answer, "timeline", rows, options);
}

std::string batch(const Answer& answer, const std::vector<BatchRow>& rows,
                  const RenderOptions& options) {
  return row_array(answer, "batch", rows, options);
}

std::string hit_line(const Hit& hit, bool, const RenderOptions& options) {
  return hit_object(hit, options) + "\n";
}

template <class Row>
std::string row_lines(const Answer&, const std::vector<Row>& rows,
                      const RenderOptions& options) {
  std::string text;
  for (const auto& row : rows)
    text += dump(to_json(row, options.fields), options) + "\n";
  return text;
}

}  // namespace

Renderer json_renderer() {
  return {.name = "json",
          .help = "one object: the query, the counts, the hits",
          .unlimited = false,
          .chooses_fields = true,
          .shows_answer = true,
          .depth = depth_of_keys,
          .head = head,
          .hit = hit,
          .tail = close_array,
          .names = names,
          .timeline = timeline,
          .batch = batch};
}

Renderer jsonl_renderer() {
  return {.name = "jsonl",
          .help = "one hit a line, as in json",
          .unlimited = true,
          .chooses_fields = true,
          .shows_answer = false,
          .depth = depth_of_keys,
          .head = nothing,
          .hit = hit_line,
          .tail = nothing,
          .names = row_lines<NameRow>,
          .timeline = row_lines<TimelineRow>,
          .batch = row_lines<BatchRow>};
}

}  // namespace broadsheet
