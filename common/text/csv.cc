#include "common/text/csv.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

/// Takes the cell at the front of the text, quoted or not.
std::string take_cell(std::string_view& text, std::size_t& line) {
  std::string cell;
  if (!text.starts_with('"')) {
    const auto end = std::min(text.find_first_of(",\r\n"), text.size());
    cell = text.substr(0, end);
    text.remove_prefix(end);
    return cell;
  }
  const std::size_t begin = line;
  for (text.remove_prefix(1);;) {
    const auto quote = text.find('"');
    if (quote == text.npos)
      throw Error(fmt::format("line {}: a quote without end", begin));
    cell += text.substr(0, quote);
    text.remove_prefix(quote + 1);
    if (!text.starts_with('"')) break;
    cell += '"';
    text.remove_prefix(1);
  }
  line += static_cast<std::size_t>(std::ranges::count(cell, '\n'));
  return cell;
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text) {
  std::vector<CsvRow> rows;
  std::size_t line = 1;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    CsvRow row{line, {}};
    for (bool more = true; more;) {
      row.cells.push_back(take_cell(text, line));
      more = text.starts_with(',');
      if (more) text.remove_prefix(1);
    }
    if (!text.empty() && !text.starts_with('\r') && !text.starts_with('\n'))
      throw Error(fmt::format("line {}: text behind a quoted cell", line));
    if (text.starts_with('\r')) text.remove_prefix(1);
    if (text.starts_with('\n')) text.remove_prefix(1);
    ++line;
    if (std::ranges::any_of(row.cells,
                            [](auto& cell) { return !cell.empty(); }))
      rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace broadsheet
