// people and places as a table: how many stories, who, and the query that
// finds them. The query comes last and is never cut, so that it can be copied.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "searcher/render/text.h"

namespace broadsheet {
namespace {

constexpr std::size_t kWidestName = 32;
constexpr std::size_t kWidestOuter = 20;
constexpr std::size_t kLeastSpellings = 16;
constexpr std::size_t kGap = 2;

using Cell = std::function<void(const NameRow&, StyledText&)>;

/// The title and a cell a row; no columns wide where all cells are empty.
struct Column {
  std::vector<StyledText> cells;
  std::size_t width = 0;

  Column(std::string_view title, const std::vector<NameRow>& rows,
         const RenderOptions& options, const Cell& fill) {
    cells.push_back(StyledText(options).add(title, Style::kDim));
    for (const auto& row : rows) {
      fill(row, cells.emplace_back(options));
      width = std::max(width, cells.back().width());
    }
    if (width > 0) width = std::max(width, cells.front().width());
  }
};

void add_stories(const NameRow& row, StyledText& cell) {
  cell.add(fmt::format("{:>7}", row.stories));
}

void add_name(const NameRow& row, StyledText& cell) {
  cell.add(row.name, Style::kBold).cut(kWidestName);
  if (row.ambiguous) cell.add(" (ambiguous)", Style::kDim);
}

void add_country(const NameRow& row, StyledText& cell) {
  cell.add(row.country);
}

/// Which of several of a name: the town in the province, or the province.
void add_inside(const NameRow& row, StyledText& cell) {
  if (!row.inside.empty()) cell.add(row.inside.front()).cut(kWidestOuter);
}

void add_query(const NameRow& row, StyledText& cell) {
  cell.add(row.query);
}

StyledText spellings_of(const NameRow& row, std::size_t columns,
                        const RenderOptions& options) {
  std::vector<StyledText> items;
  for (const auto& spelling : row.spellings)
    if (spelling != row.name)
      items.push_back(StyledText(options).add(spelling));
  return fitting(items, columns, options);
}

/// The spellings get the room that the others leave.
std::vector<Column> columns_of(const std::vector<NameRow>& rows,
                               const RenderOptions& options) {
  std::vector<Column> columns;
  columns.emplace_back("stories", rows, options, add_stories);
  columns.emplace_back("name", rows, options, add_name);
  columns.emplace_back("in", rows, options, add_inside);
  columns.emplace_back("country", rows, options, add_country);
  Column query("query", rows, options, add_query);
  auto used = query.width;
  for (const auto& column : columns)
    if (column.width > 0) used += column.width + kGap;
  const auto room =
      std::max(options.width, used + kGap + kLeastSpellings) - used - kGap;
  columns.emplace_back("spellings", rows, options,
                       [&](const NameRow& row, StyledText& cell) {
                         cell.add(spellings_of(row, room, options));
                       });
  columns.push_back(std::move(query));
  return columns;
}

std::string table(const std::vector<NameRow>& rows,
                  const RenderOptions& options) {
  const auto columns = columns_of(rows, options);
  std::string text;
  for (std::size_t i = 0; i <= rows.size(); ++i) {
    StyledText line(options);
    std::size_t end = 0;
    for (const auto& column : columns) {
      if (column.width == 0) continue;
      line.pad(end).add(column.cells[i]);
      end += column.width + kGap;
    }
    text += line.line() + "\n";
  }
  return text;
}

}  // namespace

std::string text_names(const Answer& answer, const std::vector<NameRow>& rows,
                       const RenderOptions& options) {
  const auto footer =
      text_footer(answer, shown_of(answer, "name", "names"), options);
  return rows.empty() ? footer : table(rows, options) + "\n" + footer;
}

}  // namespace broadsheet
