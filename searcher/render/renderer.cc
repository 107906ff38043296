// The table of output formats.
#include "searcher/render/renderer.h"

#include <fmt/format.h>

#include "common/cli/error.h"
#include "searcher/render/formats.h"
#include "searcher/render/hit_json.h"

namespace broadsheet {

std::string nothing(const Answer&, const RenderOptions&) {
  return {};
}

std::span<const Renderer> renderers() {
  static const Renderer kRenderers[] = {text_renderer(),  json_renderer(),
                                        jsonl_renderer(), csv_renderer(),
                                        trec_renderer(),  ids_renderer()};
  return kRenderers;
}

const Renderer& renderer_named(std::string_view name) {
  std::vector<std::string_view> known;
  for (const auto& renderer : renderers()) {
    if (renderer.name == name) return renderer;
    known.push_back(renderer.name);
  }
  throw Error(fmt::format("unknown format '{}'", name),
              fmt::format("formats: {}", fmt::join(known, ", ")));
}

std::span<const std::string_view> hit_fields() {
  static const auto kNames = [] {
    std::vector<std::string_view> names;
    for (const auto& key : hit_keys()) names.push_back(key.name);
    return names;
  }();
  return kNames;
}

}  // namespace broadsheet
