// One clause of a query: a field and one value become a leaf of the tree.
#pragma once

#include <string_view>

#include "common/text/date.h"
#include "searcher/query/lexer.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// What a value is a value of.
struct Scope {
  enum Kind { kBare, kField, kHas, kAfter, kBefore } kind = kBare;
  const Field* field = nullptr;  ///< of kField, kAfter and kBefore
  bool literal = false;
};

/// What every message of the parser needs to know.
struct QueryContext {
  std::string_view typed;
  Date today;
  bool capitals = false;  ///< bare words are taken in lower case
};

/// The scope that a kField lexeme opens. Throws QueryError for an unknown name.
Scope scope_of(const Lexeme& name, const QueryContext& context);

/// Is it the name of a field, or has, after, before?
bool is_scope(std::string_view name);

/// The leaf for a kWord or kQuoted value. Throws QueryError if the field
/// cannot hold it.
Node make_clause(const Scope& scope, const Lexeme& value,
                 const QueryContext& context);

}  // namespace broadsheet
