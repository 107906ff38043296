// What the command line asks of an archive: paths, query and options.
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
/// Options on how the answer is written.
extern const std::vector<Option> kOutputOptions;

std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists);

/// --db as often as given, else BROADSHEET_DB. Throws Error if there is none.
std::vector<std::filesystem::path> archives_of(const Arguments& arguments);

/// The query of the words, of --query-file, of names, --from and --to, in
/// every way it may be read, the likeliest first: the shell takes the quotes
/// from person:"antony blinken", and nothing tells that from a query like
/// 'person:blinken ceasefire'. Without any: an error, or every story if
/// `may_be_empty`.
std::vector<Query> queries_of(const Arguments& arguments, bool may_be_empty);

/// What was typed for a query: its words, and the options that are clauses.
std::string typed_query_of(const Arguments& arguments);

/// The query as it is typed, narrowed by names, --from and --to.
Query query_of(const Arguments& arguments, const std::string& typed);

/// The clauses that an option which takes a name (--person, --place, --with,
/// --within) stands for; they are part of every query.
std::vector<std::string> name_clauses_of(const Arguments& arguments,
                                         std::string_view option);

/// What a file holds, or standard input if it is "-". Throws Error.
std::string text_of(const std::string& file);

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
