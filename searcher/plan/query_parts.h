// The pieces that planned queries are put together from.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

using Terms = std::vector<std::string>;

/// `op`: OP_OR, or OP_SYNONYM where they are one term to ranking. There is at
/// least one.
Xapian::Query any_of(const Terms& terms,
                     Xapian::Query::op op = Xapian::Query::OP_OR);
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);

/// Finds the same, and does not bear on the order.
Xapian::Query unweighted(const Xapian::Query& query);
Xapian::Query unweighted(std::string_view prefix, std::string_view value);

/// The words of a zone in a row; each place may be held by any of its terms.
Xapian::Query phrase_of(const std::vector<Terms>& places);
Xapian::Query phrase_of(std::string_view prefix, const Terms& words);

/// A place of a row for each word, which holds that only.
std::vector<Terms> places_for(std::string_view prefix, const Terms& words);

}  // namespace broadsheet
