#include "indexer/overrides.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "common/cli/error.h"
#include "common/cli/suggest.h"
#include "common/text/csv.h"
#include "common/text/digest.h"
#include "common/text/utf8.h"
#include "indexer/formats/language_tag.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 4> kStatuses = {"usable", "killed",
                                                       "withheld", "embargoed"};

void set_date(Article& article, const std::string& value) {
  article.date = *parse_iso_date(value);
  article.date_source = "override";
  article.date_rejected.clear();
}

void set_status(Article& article, const std::string& value) {
  article.status = value == "usable" ? "" : value;
  if (value == "usable") article.embargo.clear();
}

template <std::string Article::*member>
void set(Article& article, const std::string& value) {
  article.*member = value;
}

bool is_date(const std::string& value) {
  return parse_iso_date(value).has_value();
}
bool is_language(const std::string& value) {
  return !language_code(value).empty();
}
bool is_status(const std::string& value) {
  return std::ranges::find(kStatuses, value) != kStatuses.end();
}
bool is_text(const std::string&) {
  return true;
}

struct Column {
  std::string_view name;
  bool (*valid)(const std::string&);
  std::string_view wants;
  void (*set)(Article&, const std::string&);  ///< null: says which story
};
constexpr std::array<Column, 9> kColumns = {{
    {"id", is_text, "", nullptr},
    {"origin", is_text, "", nullptr},
    {"date", is_date, "1987-02-26, 1987-02 or 1987", set_date},
    {"source", is_text, "", set<&Article::source>},
    {"section", is_text, "", set<&Article::section>},
    {"language", is_language, "a code: en, de, ...", set<&Article::language>},
    {"byline", is_text, "", set<&Article::byline>},
    {"headline", is_text, "", set<&Article::headline>},
    {"status", is_status, "usable, killed, withheld or embargoed", set_status},
}};

const Column* column_named(std::string_view name) {
  const auto at = std::ranges::find(kColumns, name, &Column::name);
  return at == kColumns.end() ? nullptr : &*at;
}

std::vector<const Column*> columns_of(const CsvRow& head,
                                      const std::string& at) {
  std::vector<std::string_view> known;
  for (const auto& column : kColumns) known.push_back(column.name);
  std::vector<const Column*> columns;
  bool tells_which = false;
  for (const auto& name : head.cells) {
    const Column* column = column_named(name);
    if (column == nullptr) {
      const auto near = suggest(name, known);
      throw Error(fmt::format("{}: no such column '{}'", at, name),
                  near.empty()
                      ? fmt::format("there are: {}", fmt::join(known, ", "))
                      : fmt::format("did you mean {}?", near));
    }
    if (std::ranges::find(columns, column) != columns.end())
      throw Error(fmt::format("{}: two columns '{}'", at, name));
    tells_which |= column->set == nullptr;
    columns.push_back(column);
  }
  if (!tells_which)
    throw Error(at + ": no column says which stories",
                "the first line names the columns: id or origin, then date, "
                "source, ...");
  return columns;
}

Override override_of(const CsvRow& row, const std::string& at,
                     const std::vector<const Column*>& columns) {
  if (row.cells.size() > columns.size())
    throw Error(fmt::format("{}: {} cells, but {} columns", at,
                            row.cells.size(), columns.size()));
  Override found;
  found.row = at;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& value = row.cells[i];
    const Column& column = *columns[i];
    if (value.empty()) continue;
    if (!column.valid(value))
      throw Error(fmt::format("{}: {} '{}': not one", at, column.name, value),
                  std::string(column.wants));
    if (column.name == "id")
      found.id = value;
    else if (column.name == "origin")
      found.origin = value;
    else
      found.values[std::string(column.name)] = value;
  }
  if (found.id.empty() && found.origin.empty())
    throw Error(at + ": says of no story", "id or origin must not be empty");
  return found;
}

}  // namespace

std::vector<Override> read_overrides(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw Error(file.string() + ": cannot be read");
  if (!valid_utf8(text)) throw Error(file.string() + ": is not UTF-8");
  std::vector<CsvRow> rows;
  try {
    rows = parse_csv(text);
  } catch (const Error& error) {
    throw Error(fmt::format("{}: {}", file.string(), error.what()));
  }
  const std::string name = file.filename().string();
  const auto at = [&](const CsvRow& row) {
    return fmt::format("{}:{}", name, row.line);
  };
  std::vector<Override> overrides;
  if (rows.empty()) return overrides;
  const auto columns = columns_of(rows.front(), at(rows.front()));
  for (std::size_t i = 1; i < rows.size(); ++i)
    overrides.push_back(override_of(rows[i], at(rows[i]), columns));
  return overrides;
}

Overrides::Overrides(const std::vector<Override>& rows) : rows_(rows) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].id.empty())
      by_id_.emplace(rows[i].id, i);
    else
      by_origin_.push_back({i, Glob(rows[i].origin)});
}

std::vector<std::size_t> Overrides::matching(const std::string& id,
                                             const std::string& origin) const {
  std::vector<std::size_t> found;
  const auto [begin, end] = by_id_.equal_range(id);
  for (auto at = begin; at != end; ++at) {
    const std::string& also = rows_[at->second].origin;
    if (also.empty() || Glob(also).matches(origin)) found.push_back(at->second);
  }
  for (const auto& [row, glob] : by_origin_)
    if (glob.matches(origin)) found.push_back(row);
  std::ranges::sort(found);
  return found;
}

void Overrides::apply(const std::vector<std::size_t>& rows,
                      Article& article) const {
  for (const auto row : rows)
    for (const auto& [column, value] : rows_[row].values)
      column_named(column)->set(article, value);
}

std::string Overrides::digest(const std::string& file,
                              const std::vector<std::string>& ids) const {
  std::vector<std::size_t> about;
  for (const auto& id : ids) {
    const auto [begin, end] = by_id_.equal_range(id);
    for (auto at = begin; at != end; ++at) about.push_back(at->second);
  }
  for (const auto& [row, glob] : by_origin_)
    if (glob.matches(file) || glob.may_begin(file + "#") ||
        glob.may_begin(file + "!/"))
      about.push_back(row);
  if (about.empty()) return {};
  std::ranges::sort(about);
  Digest digest;
  const auto add = [&](const std::string& text) {
    digest.add(text);
    digest.add({"\0", 1});
  };
  for (const auto row : about) {
    add(rows_[row].id);
    add(rows_[row].origin);
    for (const auto& [column, value] : rows_[row].values) {
      add(column);
      add(value);
    }
  }
  return digest.hex();
}

}  // namespace broadsheet
