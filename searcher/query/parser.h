// From what was typed to the tree: the grammar of contract.md, section 3.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/cli/error.h"
#include "common/text/date.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// A query that cannot be understood. what() is three lines: what is wrong,
/// the query (a window of it if it is long; control characters made visible)
/// and a caret under the column.
class QueryError : public Error {
 public:
  QueryError(const std::string& why, std::string_view query,
             std::size_t column, std::string hint = {});
  const std::string& why() const { return why_; }
  std::size_t column() const { return column_; }

 private:
  std::string why_;
  std::size_t column_;
};

struct ParseOptions {
  Match match = Match::kAuto;
  Date today;  ///< what `today`, `yesterday`, `-7d` count from
};

/// Parses a whole query. Throws QueryError; never anything else, whatever the
/// bytes. Depth is bounded only by memory: parsing does not recurse.
Query parse_query(std::string_view typed, const ParseOptions& options);

}  // namespace broadsheet
