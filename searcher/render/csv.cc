// A table after RFC 4180: a header, CRLF, quotes where they are needed. Lists
// are joined by "; ", people and places by their names.
//
// A text cell that begins with = + - @, a tab or a line end gets an apostrophe
// in front: a spreadsheet would run it as a formula. Numbers are left alone.
#include <string>

#include "searcher/render/formats.h"
#include "searcher/render/hit_json.h"
#include "searcher/render/line.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

std::string plain_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  for (const auto* key : {"name", "text", "id"})
    if (value.contains(key)) return plain_text(value.at(key));
  if (!value.is_array()) return value.dump();
  std::string joined;
  for (const auto& item : value)
    joined += (joined.empty() ? "" : "; ") + plain_text(item);
  return joined;
}

std::string without_formula(std::string text) {
  constexpr std::string_view kStarts = "=+-@\t\r\n";
  const bool formula = !text.empty() && kStarts.find(text[0]) != kStarts.npos;
  if (formula) text.insert(text.begin(), '\'');
  return text;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string cell(const Json& value, const RenderOptions& options) {
  auto text = plain_text(value);
  if (!value.is_number() && !value.is_boolean())
    text = without_formula(std::move(text));
  return quoted(printable(text, options));
}

std::string header(const Json& object) {
  std::string line;
  for (const auto& item : object.items())
    line += (line.empty() ? "" : ",") + item.key();
  return line + "\r\n";
}

std::string row(const Json& object, const RenderOptions& options) {
  std::string line;
  for (const auto& value : object) line += cell(value, options) + ",";
  line.pop_back();
  return line + "\r\n";
}

/// The columns are fixed: those of a whole story only if they are asked for.
Json columns(const Hit& hit, const RenderOptions& options) {
  Json row = Json::object();
  if (!options.topic.empty()) row["topic"] = options.topic;
  row.update(to_json(hit, chosen_keys(options.fields, false)));
  return row;
}

std::string head(const Answer&, const RenderOptions& options) {
  return header(columns({}, options));
}

std::string hit_row(const Hit& hit, bool, const RenderOptions& options) {
  return row(columns(hit, options), options);
}

template <class Row>
std::string table(const Answer&, const std::vector<Row>& rows,
                  const RenderOptions& options) {
  auto text = header(to_json(Row{}, options.fields));
  for (const auto& one : rows)
    text += row(to_json(one, options.fields), options);
  return text;
}

}  // namespace

Renderer csv_renderer() {
  return {.name = "csv",
          .help = "a table with a header, safe in a spreadsheet",
          .unlimited = true,
          .chooses_fields = true,
          .shows_answer = false,
          .depth = depth_of_keys,
          .head = head,
          .hit = hit_row,
          .tail = nothing,
          .names = table<NameRow>,
          .timeline = table<TimelineRow>,
          .batch = table<BatchRow>};
}

}  // namespace broadsheet
