// One word of a query, in every inflection that the archive's languages give
// it.
#pragma once

#include <string>
#include <vector>

#include "common/index/analysis.h"
#include "searcher/plan/planning.h"

namespace broadsheet {

std::vector<Token> tokens_of(const std::string& text);

/// Are the words of the clause found by their stems?
bool is_stemmed(const Planning& planning, const Node& node);

/// The stems of a word in each language of the archive.
std::vector<std::string> stems_of(Planning& planning, const Token& token);

/// A word or any of its stems: one term to ranking, in whatever zone, so that a
/// mention in the headline counts as one in the text and rarity is that of the
/// word.
Xapian::Query forms_of(Planning& planning, const Token& token,
                       const Node& node);

}  // namespace broadsheet
