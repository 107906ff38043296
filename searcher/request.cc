#include "searcher/request.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <optional>

#include "common/cli/error.h"
#include "common/cli/suggest.h"
#include "searcher/copies.h"
#include "searcher/facets.h"
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

const std::vector<Option> kPageOptions = {
    {"limit", "N", "at most so many (default 10 for text and json)"},
    {"offset", "N", "leave out the first N"},
};

const std::vector<Option> kOutputOptions = {
    {"format", "NAME", "text, json, jsonl, csv, trec, ids or rss"},
    {"fields", "LIST", "the columns of csv, the keys of json"},
    {"color", "WHEN", "auto, always or never"},
};

std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists) {
  std::vector<Option> all;
  for (const auto& list : lists)
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

namespace {

/// The value of an option that must be one of a few words; the first is the
/// default.
template <class Value>
Value chosen(
    const Arguments& arguments, std::string_view option,
    std::initializer_list<std::pair<std::string_view, Value>> choices) {
  const std::string typed =
      arguments.text(option, std::string(choices.begin()->first));
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

/// --recent[=AGE]
std::optional<int> half_life_of(const Arguments& arguments) {
  if (!arguments.has("recent")) return std::nullopt;
  const auto typed = arguments.text("recent");
  const auto days = days_of_age(typed.empty() ? "30d" : typed);
  if (!days)
    throw Error(fmt::format("--recent={}: no age", typed),
                "a number and d, w, m or y: 30d, 6m, 2y");
  return days;
}

/// --collapse[=LEVEL]
std::optional<unsigned> copy_slot_of(const Arguments& arguments) {
  if (!arguments.has("collapse")) return std::nullopt;
  const auto typed = arguments.text("collapse");
  const auto slot = copy_slot(typed);
  if (!slot)
    throw Error(fmt::format("--collapse={}: unknown", typed),
                "exact, near or loose");
  return slot;
}

/// --include LIST
Include included(const Arguments& arguments) {
  const std::pair<std::string_view, bool Include::*> kinds[] = {
      {"killed", &Include::killed},
      {"embargoed", &Include::embargoed},
      {"versions", &Include::versions}};
  Include include;
  for (const auto& name : listed(arguments.text("include"))) {
    const auto at = std::ranges::find(
        kinds, name, &std::pair<std::string_view, bool Include::*>::first);
    if (at == std::end(kinds))
      throw Error(fmt::format("--include {}: unknown", name),
                  "killed, embargoed, versions");
    include.*at->second = true;
  }
  return include;
}

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20)
    return size.ws_col;
  return 80;
}

}  // namespace

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

Match match_of(const Arguments& arguments) {
  return chosen<Match>(
      arguments, "match",
      {{"auto", Match::kAuto}, {"all", Match::kAll}, {"any", Match::kAny}});
}

SearchOptions search_options_of(const Arguments& arguments, bool unlimited) {
  SearchOptions options;
  options.exact = arguments.has("exact");
  if (arguments.has("expand")) options.expand = true;
  options.sort = chosen<Sort>(arguments, "sort",
                              {{"relevance", Sort::kRelevance},
                               {"newest", Sort::kNewest},
                               {"oldest", Sort::kOldest}});
  options.half_life = half_life_of(arguments);
  options.collapse = copy_slot_of(arguments);
  options.include = included(arguments);
  options.offset = arguments.number("offset").value_or(0);
  const std::size_t most =
      unlimited ? std::numeric_limits<std::size_t>::max() : 10;
  options.limit = arguments.number("limit").value_or(most);
  options.now = fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(std::time(nullptr)));
  return options;
}

Precision precision_of(const Arguments& arguments) {
  return chosen<Precision>(arguments, "by",
                           {{"month", Precision::kMonth},
                            {"year", Precision::kYear},
                            {"day", Precision::kDay}});
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
  const auto when = chosen<When>(arguments, "color",
                                 {{"auto", When::kAuto},
                                  {"always", When::kAlways},
                                  {"never", When::kNever}});
  const char* no_color = std::getenv("NO_COLOR");
  const bool plain = no_color != nullptr && *no_color != '\0';
  options.color = when == When::kAlways ||
                  (when == When::kAuto && options.terminal && !plain);
  options.width = options.terminal ? terminal_width() : 80;
  options.fields = listed(arguments.text("fields"));
  return options;
}

}  // namespace broadsheet
