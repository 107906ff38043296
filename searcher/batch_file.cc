#include "searcher/batch_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/cli/error.h"
#include "common/text/csv.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Takes the first line off the text.
std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// Where a table has what.
struct Columns {
  std::optional<std::size_t> id, query;
  std::string field;  ///< that the query is a name in; empty for a query
};

/// The fields of names.
bool is_name(std::string_view field) {
  return field == "person" || field == "place" || field == "org";
}

Columns columns_of(const std::vector<std::string>& cells) {
  Columns columns;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto name = fold_name(cells[i]);
    if (name == "id" && !columns.id) columns.id = i;
    if ((name == "query" || is_name(name)) && !columns.query) {
      columns.query = i;
      if (is_name(name)) columns.field = name;
    }
  }
  return columns;
}

/// A name as a clause of its field.
std::string clause_of(std::string_view field, std::string name) {
  std::erase(name, '"');
  return fmt::format("{}:\"{}\"", field, name);
}

/// The columns, if the first line is a header.
Columns header_of(std::string_view text) try {
  const auto rows = parse_csv(take_line(text));
  return rows.empty() ? Columns{} : columns_of(rows.front().cells);
} catch (const Error&) {
  return {};  // a query with quotes of its own
}

std::vector<BatchQuery> rows_of(std::string_view text, const Columns& columns) {
  std::vector<BatchQuery> queries;
  auto rows = parse_csv(text);
  rows.erase(rows.begin());
  for (const auto& [line, cells] : rows) {
    const auto cell = [&](std::optional<std::size_t> column) {
      return column && *column < cells.size()
                 ? std::string(trimmed(cells[*column]))
                 : std::string();
    };
    auto id = cell(columns.id);
    if (id.empty()) id = std::to_string(line);
    auto query = cell(columns.query);
    if (query.empty()) continue;
    if (!columns.field.empty()) query = clause_of(columns.field, query);
    queries.push_back({std::move(id), std::move(query), line});
  }
  return queries;
}

std::vector<BatchQuery> lines_of(std::string_view text) {
  std::vector<BatchQuery> queries;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto line = take_line(text);
    const auto tab = line.find('\t');
    auto id = tab == line.npos ? "" : std::string(trimmed(line.substr(0, tab)));
    if (id.empty()) id = std::to_string(number);
    const auto query = trimmed(tab == line.npos ? line : line.substr(tab + 1));
    if (!query.empty())
      queries.push_back({std::move(id), std::string(query), number});
  }
  return queries;
}

}  // namespace

std::vector<BatchQuery> batch_queries(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto columns = header_of(text);
  return columns.query ? rows_of(text, columns) : lines_of(text);
}

}  // namespace broadsheet
