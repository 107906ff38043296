// Facets below the hits: "source  Reuters 1,204 · AP 17 · +3".
#include <fmt/format.h>

#include <algorithm>

#include "searcher/render/text.h"

namespace broadsheet {
namespace {

StyledText values_of(const Facet& facet, const RenderOptions& options) {
  StyledText line(options);
  for (const auto& [value, stories, query] : facet.values) {
    if (!line.empty()) line.add(kDot, Style::kDim);
    line.add(value).add(" " + grouped(stories), Style::kDim);
  }
  if (facet.values.empty()) line.add("none", Style::kDim);
  if (const auto more = facet.distinct - facet.values.size(); more > 0)
    line.add(fmt::format("{}+{}", kDot, grouped(more)), Style::kDim);
  return line;
}

}  // namespace

std::string text_facets(const Answer& answer, const RenderOptions& options) {
  std::size_t widest = 0;
  for (const auto& facet : answer.facets)
    widest = std::max(widest, facet.name.size());
  std::string text;
  for (const auto& facet : answer.facets) {
    StyledText margin(options);
    margin.add(facet.name, Style::kBold).pad(widest + 2);
    text += values_of(facet, options).wrapped(margin);
  }
  return text.empty() ? text : text + "\n";
}

}  // namespace broadsheet
