// Clauses that stand for whatever forms the archive holds: wo?d, word*, word~.
#pragma once

#include <string>
#include <vector>

#include "searcher/plan/planning.h"
#include "searcher/plan/query_parts.h"
#include "searcher/term_walk.h"

namespace broadsheet {

bool is_pattern(const Node& node);

/// The forms under `prefix` of a pattern's text or of a part of it.
Forms forms_under(const Planning& planning, const std::string& prefix,
                  const Node& node, const std::string& text);

/// The terms that a pattern stands for, by place in it: hyphens and the like
/// divide "al-sis*".
std::vector<Terms> expanded(Planning& planning, const Node& node,
                            const std::string& prefix);

/// A pattern in a name's field.
Xapian::Query name_pattern(Planning& planning, const Node& node);

}  // namespace broadsheet
