// What a clause of each kind finds: the rules, one noun a file.
#pragma once

#include <xapian.h>

#include <optional>

#include "searcher/plan/planning.h"
#include "searcher/plan/query_parts.h"

namespace broadsheet {

/// Words, phrases and patterns of texts. Nothing if there is no letter or
/// digit: such a clause is left out, which a note says.
std::optional<Xapian::Query> text_clause(Planning& planning, const Node& node);

/// An organisation by words of its name, or by the number of the whole.
std::optional<Xapian::Query> org_clause(Planning& planning, const Node& node);

/// A person clause: what finds it, and what may stand at one place of NEAR.
struct PersonClause {
  Xapian::Query whole;
  Terms terms;  ///< none: the last of the words, and the whole besides
};
PersonClause person_clause(Planning& planning, const Node& node);

Xapian::Query place_clause(Planning& planning, const Node& node);

/// A field whose value is one string, matched whole.
Xapian::Query label_clause(Planning& planning, const Node& node);

Xapian::Query date_clause(Planning& planning, const Node& node);

/// NEAR (OP_NEAR) or ADJ (OP_PHRASE).
Xapian::Query proximity_clause(Planning& planning, const Node& node,
                               Xapian::Query::op op);

}  // namespace broadsheet
