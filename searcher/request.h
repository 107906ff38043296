// What the options on the command line ask of an archive.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/options.h"
#include "common/text/date.h"
#include "searcher/query/tree.h"
#include "searcher/render/renderer.h"
#include "searcher/search.h"

namespace broadsheet {

/// Options that every command which reads an archive knows.
extern const std::vector<Option> kArchiveOptions;
/// Options that narrow or order the stories.
extern const std::vector<Option> kQueryOptions;
inline constexpr Option kIncludeOption{
    "include", "LIST", "show hidden stories too: killed,embargoed,versions"};
/// Options on the order.
extern const std::vector<Option> kOrderOptions;
/// Options on which part of a list is written.
extern const std::vector<Option> kPageOptions;
/// Options on how the answer is written.
extern const std::vector<Option> kOutputOptions;

std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists);

/// --db as often as given, else BROADSHEET_DB. Throws Error if there is none.
std::vector<std::filesystem::path> archives_of(const Arguments& arguments);

/// --match: how bare words are joined.
Match match_of(const Arguments& arguments);

/// `unlimited`: what the limit is when none is given.
SearchOptions search_options_of(const Arguments& arguments, bool unlimited);

/// --by: year, month or day.
Precision precision_of(const Arguments& arguments);

/// --split: what a timeline is split by, and into how many at most.
struct Split {
  std::string facet;
  std::size_t most = 5;
};
std::optional<Split> split_of(const Arguments& arguments);

/// --facets, all of them known.
std::vector<std::string> facets_of(const Arguments& arguments);

RenderOptions render_options_of(const Arguments& arguments);

}  // namespace broadsheet
