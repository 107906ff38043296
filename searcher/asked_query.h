// The query that a command line asks: its words, a file, or options that are
// clauses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/cli/options.h"
#include "searcher/query/tree.h"

namespace broadsheet {

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

}  // namespace broadsheet
