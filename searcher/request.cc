#include "searcher/request.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <optional>

#include "common/cli/error.h"
#include "common/cli/suggest.h"
#include "common/text/fold.h"
#include "searcher/copies.h"
#include "searcher/facets.h"
#include "searcher/query/parser.h"
#include "searcher/query/shell.h"
#include "searcher/recency.h"

namespace broadsheet {
namespace fs = std::filesystem;

const std::vector<Option> kArchiveOptions = {
    {"db", "DB", "the archive; may be repeated (or BROADSHEET_DB)"},
};

const std::vector<Option> kQueryOptions = {
    {"person", "NAME", "only stories that name this person"},
    {"place", "NAME", "only stories about this place or what lies in it"},
    {"from", "DATE", "only stories of this day, month or year and after"},
    {"to", "DATE", "only stories of this day, month or year and before"},
    {"match", "all|any", "how bare words are joined"},
    {"exact", "", "no stems, no other spellings, no places inside places"},
    kIncludeOption,
    {"query-file", "FILE", "read the query from a file; - is standard input"},
};

const std::vector<Option> kOrderOptions = {
    {"sort", "ORDER", "relevance, newest or oldest"},
    {"expand", "", "order by the telling words of the first stories too"},
    {"recent", "[AGE]", "raise new stories, half as much at AGE (30d, 6m, 2y)"},
};

const std::vector<Option> kOutputOptions = {
    {"format", "NAME", "text, json, jsonl, csv, trec, ids or rss"},
    {"fields", "LIST", "the columns of csv, the keys of json"},
    {"limit", "N", "at most so many (default 10 for text and json)"},
    {"offset", "N", "leave out the first N"},
    {"color", "WHEN", "auto, always or never"},
};

std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists) {
  std::vector<Option> all;
  for (const auto& list : lists)
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

namespace {

/// The value of an option that must be one of a few words.
template <class Value, std::size_t n>
Value chosen(const Arguments& arguments, std::string_view option,
             const std::array<std::pair<std::string_view, Value>, n>& choices) {
  const std::string typed =
      arguments.text(option, std::string(choices.front().first));
  std::vector<std::string_view> names;
  for (const auto& [name, value] : choices) {
    if (name == typed) return value;
    names.push_back(name);
  }
  const auto near = suggest(typed, names);
  throw Error(
      fmt::format("--{} {}: must be {}", option, typed, fmt::join(names, ", ")),
      near.empty() ? "" : fmt::format("did you mean {}?", near));
}

std::vector<std::string> listed(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    const auto comma = std::min(list.find(',', at), list.size());
    if (comma > at) parts.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

/// Characters that part words at the end and between lines are one space.
std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  const auto end = text.find_last_not_of(' ');
  return end == std::string::npos ? "" : text.substr(0, end + 1);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

std::string quoted(const std::string& name) {
  std::string plain = name;
  std::erase(plain, '"');
  return "\"" + plain + "\"";
}

struct NameOption {
  std::string_view name, field;
};
constexpr auto kNameOptions = std::to_array<NameOption>({{"person", "person"},
                                                         {"place", "place"},
                                                         {"with", "person"},
                                                         {"within", "place"}});

/// The options that are clauses, written as such.
std::string clauses_of(const Arguments& arguments) {
  std::string clauses;
  const auto add = [&](const std::string& clause) {
    clauses += (clauses.empty() ? "" : " ") + clause;
  };
  for (const auto& [option, field] : kNameOptions)
    for (const auto& clause : name_clauses_of(arguments, option)) add(clause);
  if (arguments.has("from"))
    add(fmt::format("date:{}..", arguments.text("from")));
  if (arguments.has("to")) add(fmt::format("date:..{}", arguments.text("to")));
  return clauses;
}

ParseOptions parse_options_of(const Arguments& arguments) {
  return {chosen<Match>(arguments, "match",
                        std::array<std::pair<std::string_view, Match>, 3>{
                            {{"auto", Match::kAuto},
                             {"all", Match::kAll},
                             {"any", Match::kAny}}}),
          today()};
}

/// What was typed: as the shell's arguments, or else as it stands.
std::vector<std::string> readings_of(const Arguments& arguments) {
  std::string joined = join_arguments(arguments.words);
  if (arguments.has("query-file")) {
    if (!is_blank(joined))
      throw Error("a query and --query-file: only one of them");
    return {one_line(text_of(arguments.text("query-file")))};
  }
  std::string plain = fmt::format("{}", fmt::join(arguments.words, " "));
  if (plain == joined) return {joined};
  return {joined, plain};
}

/// Is it one name? Quotes around it change nothing.
bool is_same_name(const Node& one, const Node& other) {
  const auto is_name = [](const Node& leaf) {
    return leaf.field != nullptr && !leaf.literal &&
           (leaf.kind == NodeKind::kWord || leaf.kind == NodeKind::kPhrase);
  };
  return is_name(one) && is_name(other) && one.field == other.field &&
         fold_name(one.text) == fold_name(other.text);
}

/// Must the name be in every story that the tree finds?
bool demands(const Node& root, const Node& name) {
  std::vector<const Node*> pending = {&root};
  while (!pending.empty()) {
    const Node& node = *pending.back();
    pending.pop_back();
    if (is_same_name(node, name)) return true;
    if (node.kind != NodeKind::kAnd) continue;
    for (const Node& child : node.children) pending.push_back(&child);
  }
  return false;
}

/// Both trees, but what one demands already.
Node both(Node left, Node right) {
  if (demands(left, right)) return left;
  Node node;
  node.kind = NodeKind::kAnd;
  node.children.push_back(std::move(left));
  node.children.push_back(std::move(right));
  return node;
}

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20)
    return size.ws_col;
  return 80;
}

}  // namespace

std::string text_of(const std::string& file) {
  if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream in(file);
  if (!in) throw Error(fmt::format("{}: cannot be read", file));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> archives_of(const Arguments& arguments) {
  std::vector<fs::path> paths;
  for (const auto& path : arguments.all("db")) paths.emplace_back(path);
  const char* environment = std::getenv("BROADSHEET_DB");
  if (paths.empty() && environment != nullptr && *environment != '\0')
    paths.emplace_back(environment);
  if (paths.empty())
    throw Error("which archive?", "give --db DB, or set BROADSHEET_DB");
  return paths;
}

std::vector<std::string> name_clauses_of(const Arguments& arguments,
                                         std::string_view option) {
  const auto field =
      std::ranges::find(kNameOptions, option, &NameOption::name)->field;
  std::vector<std::string> clauses;
  for (const auto& name : arguments.all(option))
    clauses.push_back(fmt::format("{}:{}", field, quoted(name)));
  return clauses;
}

std::string typed_query_of(const Arguments& arguments) {
  const auto words = readings_of(arguments).front();
  const auto clauses = clauses_of(arguments);
  return clauses.empty() ? words : words + " " + clauses;
}

Query query_of(const Arguments& arguments, const std::string& typed) {
  const ParseOptions options = parse_options_of(arguments);
  Query query = parse_query(typed, options);
  const std::string clauses = clauses_of(arguments);
  if (!clauses.empty())
    query.root =
        both(std::move(query.root), parse_query(clauses, options).root);
  return query;
}

std::vector<Query> queries_of(const Arguments& arguments, bool may_be_empty) {
  std::vector<std::string> readings = readings_of(arguments);
  if (is_blank(readings.front())) {
    if (const std::string clauses = clauses_of(arguments); !clauses.empty())
      return {parse_query(clauses, parse_options_of(arguments))};
    if (may_be_empty) readings = {"*"};
  }
  std::vector<Query> queries;
  for (const auto& typed : readings)
    queries.push_back(query_of(arguments, typed));
  return queries;
}

SearchOptions search_options_of(const Arguments& arguments, bool unlimited) {
  SearchOptions options;
  options.exact = arguments.has("exact");
  if (arguments.has("expand")) options.expand = true;
  if (arguments.has("sort"))
    options.sort =
        chosen<Sort>(arguments, "sort",
                     std::array<std::pair<std::string_view, Sort>, 3>{
                         {{"relevance", Sort::kRelevance},
                          {"newest", Sort::kNewest},
                          {"oldest", Sort::kOldest}}});
  if (arguments.has("recent")) {
    const auto typed = arguments.text("recent");
    options.half_life = days_of_age(typed.empty() ? "30d" : typed);
    if (!options.half_life)
      throw Error(fmt::format("--recent={}: no age", typed),
                  "a number and d, w, m or y: 30d, 6m, 2y");
  }
  if (arguments.has("collapse")) {
    options.collapse = copy_slot(arguments.text("collapse"));
    if (!options.collapse)
      throw Error(
          fmt::format("--collapse={}: unknown", arguments.text("collapse")),
          "exact, near or loose");
  }
  options.offset = arguments.number("offset").value_or(0);
  const std::size_t most =
      unlimited ? std::numeric_limits<std::size_t>::max() : 10;
  options.limit = arguments.number("limit").value_or(most);
  const std::pair<std::string_view, bool Include::*> kinds[] = {
      {"killed", &Include::killed},
      {"embargoed", &Include::embargoed},
      {"versions", &Include::versions}};
  for (const auto& name : listed(arguments.text("include"))) {
    const auto at = std::ranges::find(
        kinds, name, &std::pair<std::string_view, bool Include::*>::first);
    if (at == std::end(kinds))
      throw Error(fmt::format("--include {}: unknown", name),
                  "killed, embargoed, versions");
    options.include.*at->second = true;
  }
  options.now = fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(std::time(nullptr)));
  return options;
}

Precision precision_of(const Arguments& arguments) {
  return chosen<Precision>(
      arguments, "by",
      std::array<std::pair<std::string_view, Precision>, 3>{
          {{"month", Precision::kMonth},
           {"year", Precision::kYear},
           {"day", Precision::kDay}}});
}

std::optional<Split> split_of(const Arguments& arguments) {
  if (!arguments.has("split")) return std::nullopt;
  const std::string typed = arguments.text("split");
  const auto colon = std::min(typed.find(':'), typed.size());
  Split split{typed.substr(0, colon)};
  check_known("facet", split.facet, facet_names());
  if (colon == typed.size()) return split;
  const auto number = std::string_view(typed).substr(colon + 1);
  const auto [end, error] =
      std::from_chars(number.data(), number.data() + number.size(), split.most);
  if (error != std::errc() || end != number.data() + number.size() ||
      split.most == 0 || split.most > kMostFacetValues)
    throw Error(fmt::format("--split {}: how many?", typed),
                fmt::format("a number from 1 to {} behind the colon",
                            kMostFacetValues));
  return split;
}

std::vector<std::string> facets_of(const Arguments& arguments) {
  auto names = listed(arguments.text("facets"));
  for (const auto& name : names) check_known("facet", name, facet_names());
  return names;
}

RenderOptions render_options_of(const Arguments& arguments) {
  RenderOptions options;
  options.terminal = ::isatty(STDOUT_FILENO) != 0;
  enum class When { kAuto, kAlways, kNever };
  const auto when =
      chosen<When>(arguments, "color",
                   std::array<std::pair<std::string_view, When>, 3>{
                       {{"auto", When::kAuto},
                        {"always", When::kAlways},
                        {"never", When::kNever}}});
  const char* no_color = std::getenv("NO_COLOR");
  const bool plain = no_color != nullptr && *no_color != '\0';
  options.color = when == When::kAlways ||
                  (when == When::kAuto && options.terminal && !plain);
  options.width = options.terminal ? terminal_width() : 80;
  options.fields = listed(arguments.text("fields"));
  return options;
}

}  // namespace broadsheet
