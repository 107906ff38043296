// The ids alone, or the names alone, one a line.
#include <string>

#include "searcher/render/formats.h"
#include "searcher/render/line.h"

namespace broadsheet {
namespace {

std::string hit(const Hit& hit, bool, const RenderOptions& options) {
  return one_line(hit.id, options) + "\n";
}

std::string names(const Answer&, const std::vector<NameRow>& rows,
                  const RenderOptions& options) {
  std::string text;
  for (const auto& row : rows) text += one_line(row.name, options) + "\n";
  return text;
}

}  // namespace

Renderer ids_renderer() {
  return {.name = "ids",
          .help = "the ids, one a line",
          .unlimited = true,
          .chooses_fields = false,
          .shows_answer = false,
          .depth = depth_of<HitDepth::kId>,
          .head = nothing,
          .hit = hit,
          .tail = nothing,
          .names = names,
          .timeline = no_rows<TimelineRow>,
          .batch = no_rows<BatchRow>};
}

}  // namespace broadsheet
