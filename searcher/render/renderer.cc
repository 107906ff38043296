// The table of output formats.
#include "searcher/render/renderer.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/error.h"
#include "common/cli/suggest.h"
#include "searcher/render/formats.h"
#include "searcher/render/hit_json.h"

namespace broadsheet {
namespace {

[[noreturn]] void unknown(std::string_view what, std::string_view name,
                          std::span<const std::string_view> known) {
  const auto near = suggest(name, known);
  throw Error(fmt::format("unknown {} '{}'", what, name),
              near.empty()
                  ? fmt::format("{}s: {}", what, fmt::join(known, ", "))
                  : fmt::format("did you mean {}?", near));
}

std::vector<std::string_view> keys_of(const nlohmann::ordered_json& row) {
  std::vector<std::string_view> keys;
  for (const auto& item : row.items()) keys.push_back(item.key());
  return keys;
}

}  // namespace

std::string nothing(const Answer&, const RenderOptions&) {
  return {};
}

std::span<const Renderer> renderers() {
  static const Renderer kRenderers[] = {
      text_renderer(), json_renderer(), jsonl_renderer(), csv_renderer(),
      trec_renderer(), ids_renderer(),  rss_renderer()};
  return kRenderers;
}

const Renderer& renderer_named(std::string_view name) {
  std::vector<std::string_view> known;
  for (const auto& renderer : renderers()) {
    if (renderer.name == name) return renderer;
    known.push_back(renderer.name);
  }
  unknown("format", name, known);
}

std::span<const std::string_view> hit_fields() {
  static const auto kNames = [] {
    std::vector<std::string_view> names;
    for (const auto& key : hit_keys()) names.push_back(key.name);
    return names;
  }();
  return kNames;
}

std::span<const std::string_view> name_fields() {
  static const auto kRow = to_json(NameRow{});
  static const auto kNames = keys_of(kRow);
  return kNames;
}

std::span<const std::string_view> timeline_fields() {
  static const auto kRow = to_json(TimelineRow{});
  static const auto kNames = keys_of(kRow);
  return kNames;
}

std::span<const std::string_view> batch_fields() {
  static const auto kRow = to_json(BatchRow{});
  static const auto kNames = keys_of(kRow);
  return kNames;
}

void check_known(std::string_view kind, std::string_view name,
                 std::span<const std::string_view> known) {
  if (std::ranges::find(known, name) == known.end()) unknown(kind, name, known);
}

void check_fields(const Renderer& renderer, const RenderOptions& options,
                  std::span<const std::string_view> known) {
  if (!options.fields.empty() && !renderer.chooses_fields)
    throw Error(fmt::format("--fields does not apply to {}", renderer.name),
                "use --format csv, json or jsonl");
  for (const auto& name : options.fields) check_known("field", name, known);
}

}  // namespace broadsheet
