// The queries of a batch, in any of the three ways people list them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// A query of a batch, as it was typed.
struct BatchQuery {
  std::string id;
  std::string typed;
  std::size_t line = 0;  ///< where it begins, from 1

  bool operator==(const BatchQuery&) const = default;
};

/// A table of comma-separated values if the first line is a header of which
/// one column is "query", or "person", "place" or "org" for names, and one may
/// be "id"; else lines of an id, a tab and a query; or of a query alone, its id
/// the line's number. Lines without a query are passed over. Throws Error for a
/// table that cannot be read.
std::vector<BatchQuery> batch_queries(std::string_view text);

}  // namespace broadsheet
