// Two names joined by a hyphen: "Israel-Hamas", "U.S.-Japan".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/token.h"

namespace broadsheet {

/// Cuts the words that pair two countries, towns or bodies into three. Names
/// that have a hyphen themselves ("Guinea-Bissau") stay whole, and so do
/// people's.
void split_pairs(std::string_view text, const Lexicon& lexicon,
                 std::vector<TaggerToken>& tokens);

/// tokenize(), then split_pairs().
void read_tokens(std::string_view text, const Lexicon& lexicon,
                 std::vector<TaggerToken>& tokens);

}  // namespace broadsheet
