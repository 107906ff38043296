// Word lists of the rules in rule_tagger.cc. All take folded words.
#pragma once

#include <string_view>

namespace broadsheet {

/// The small words of English: "the", "of", "they".
bool is_function_word(std::string_view folded);
/// Words that begin sentences and are no names: "the", "meanwhile", "asked".
bool is_common_word(std::string_view folded);
/// Days and months.
bool is_calendar_word(std::string_view folded);
/// "said", "told": what persons do more than companies.
bool is_speech_verb(std::string_view folded);
/// "in", "near": what stands before places.
bool is_locative(std::string_view folded);

/// Ends an organisation's name: "Inc", "Ministry", "Party".
bool is_org_ending(std::string_view folded);
/// "Inc", "Corp": ends a firm's.
bool is_firm_ending(std::string_view folded);
/// "Ministry", "Bank": may go on with "of ...", "for ...", "on ...".
bool is_org_head(std::string_view folded);
/// "Banco", "Societe": begins an organisation's name.
bool is_org_opener(std::string_view folded);
/// "dealer", "partner": what firms are called as well as persons.
bool is_firm_role(std::string_view folded);
/// "Official", "Member": a role only where it is written small.
bool is_plain_noun(std::string_view folded);
/// Ends the name of something built or natural: "Airport", "River".
bool is_site_ending(std::string_view folded);
/// "gmt", "aids": capitals that name no organisation.
bool is_plain_acronym(std::string_view folded);
/// "hamas", "white house": an organisation known by its name alone. Words are
/// separated by one space.
bool is_known_org(std::string_view folded);

}  // namespace broadsheet
