// From a printed byline or an author field to the names of persons.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The persons of a printed byline: "By Jane Doe, Reuters" is "Jane Doe",
/// "JANE DOE and JOHN ROE" is "JANE DOE; JOHN ROE".
std::string byline_of(std::string_view text);

/// The persons of an author field, where a comma parts names: "Jane Doe, John
/// Roe, Staff Writer" is "Jane Doe; John Roe".
std::string authors_of(std::string_view text);

/// Adds names to a byline, each only once.
void add_authors(std::string& byline, std::string_view names);

/// Is the line a byline, opened by the word for it in some language?
bool is_byline(std::string_view line);

/// Is the line a person's name and nothing else, but for a place behind it:
/// "Jane Doe in Vik"?
bool is_name_alone(std::string_view line);

/// Does it name a desk, a post or an agency?
bool is_desk(std::string_view name);

}  // namespace broadsheet
