// Lines above a plain text's headline that are none of it: what press offices
// and papers print there, whom to call, the names of sections.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Words, as spaces part them; more than `most` are not counted.
std::size_t word_count(std::string_view text,
                       std::size_t most = std::string_view::npos);

/// How many bytes of label ("FOR IMMEDIATE RELEASE") the text begins with, 0
/// for none.
std::size_t label_size(std::string_view text);

/// Whom to call: "Contacts: 202-224-9797", "Jane Doe 202 224 5972".
bool is_contact(std::string_view line);

/// Is the line one word, as the name of a section is, or behind a label that
/// says so (`contact`) a person's name, and can what follows be the headline?
bool is_above_headline(const std::vector<std::string>& lines, std::size_t at,
                       bool contact);

}  // namespace broadsheet
