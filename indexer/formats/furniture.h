// Lines that belong to a page and not to a story: well-known boilerplate, in
// one table for all readers.
#pragma once

#include <span>
#include <string_view>

namespace broadsheet {

/// Is the whole line, marks of lists and case aside, page furniture?
bool is_furniture(std::string_view line);

/// Does the line hold rights, or a plea to subscribe, follow or sign up?
bool is_notice(std::string_view line);

/// Does the line lead to other stories ("Read more: ...", "Lire aussi")? With
/// `linked`, the share of it that is links, a bare beginning is enough.
bool is_pointer(std::string_view line, double linked);

/// Are all the lines of a block furniture, one of them surely so? "Something
/// went wrong." may be a sentence of a story, but not above "Please try again
/// later."
bool is_furniture(std::span<const std::string_view> block);

}  // namespace broadsheet
