// NEAR and ADJ: what they may join.
#pragma once

#include <string_view>

#include "searcher/query/tree.h"

namespace broadsheet {

/// A NEAR or ADJ as typed, for messages.
struct Joint {
  std::string_view query;
  std::string_view text;
  std::size_t column = 0;
};

/// `left` and `right` joined. A left side that is the same kind with the same
/// distance, and came without brackets, is extended. Throws QueryError for
/// what cannot be joined.
Node join_near(const Joint& joint, NodeKind kind, int distance, Node left,
               bool grouped, Node right);

}  // namespace broadsheet
