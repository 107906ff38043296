// batch as a table: stories, first and last date, the query's id, the query.
#include <fmt/format.h>

#include <algorithm>

#include "searcher/render/text.h"

namespace broadsheet {
namespace {

constexpr std::size_t kWidestId = 24;
constexpr std::size_t kDateWidth = 10;

}  // namespace

std::string text_batch(const Answer&, const std::vector<BatchRow>& rows,
                       const RenderOptions& options) {
  std::size_t widest = 2;
  for (const auto& row : rows)
    widest = std::max(widest, StyledText(options).add(row.id).width());
  const auto id_width = std::min(widest, kWidestId);
  const auto line = [&](std::string_view stories, std::string_view first,
                        std::string_view last, const std::string& id,
                        std::string_view query, Style style) {
    StyledText text(options);
    text.add(fmt::format("{:>7}  {:<{}}  {:<{}}  ", stories, first, kDateWidth,
                         last, kDateWidth),
             style);
    const auto column = text.width();
    text.add(StyledText(options).add(id, style).cut(id_width));
    return text.pad(column + id_width + 2).add(query, style).line() + "\n";
  };
  auto text = line("stories", "first", "last", "id", "query", Style::kDim);
  for (const auto& row : rows)
    text += line(grouped(row.total), row.first, row.last, row.id, row.query,
                 Style::kPlain);
  return text;
}

}  // namespace broadsheet
