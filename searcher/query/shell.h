// What the shell leaves of a query.
#pragma once

#include <span>
#include <string>

namespace broadsheet {

/// The arguments with a space between them. The shell has taken the quotation
/// marks out of person:"antony blinken"; so an argument that is one field (of
/// words, not of dates) and words behind it, spaces between them, gets them
/// back. One that holds other fields, operators, quotations, parentheses or
/// -words is a query by itself and stays as it is, and so does one without a
/// field.
std::string join_arguments(std::span<const std::string> arguments);

}  // namespace broadsheet
