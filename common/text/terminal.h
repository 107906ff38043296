// What a terminal may be given: nothing in a story may steer it, hide words or
// turn them round; and how many columns a text takes there.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace broadsheet {

/// What becomes of characters that a reader would not see: controls, the
/// bidirectional and zero-width ones, line separators. A joiner or a variation
/// selector that has a letter or an emoji to act on is not hidden: Persian,
/// Hindi and emoji need them.
enum class Hidden {
  kKeep,     ///< as they are; an invalid byte becomes U+FFFD
  kVisible,  ///< "\x1b", "<U+202E>", an invalid byte "\xff"; soft hyphens go
  kJson,     ///< "\u202e": JSON text that reads back the same
};

/// Called with the byte offset of a character and what it is shown as.
using ShownSink = std::function<void(std::size_t, std::string_view)>;

/// Goes through any bytes, character by character; what is given to `sink` is
/// valid UTF-8.
void each_shown(std::string_view text, Hidden how, const ShownSink& sink);

/// The text as each_shown() gives it.
std::string shown(std::string_view text, Hidden how);

/// The same for text of several lines, whose ends are kept.
std::string shown_lines(std::string_view text, Hidden how);

/// Columns of a terminal that the text takes: East Asian wide characters and
/// emoji take two, combining marks none. For text that shown() made.
std::size_t display_width(std::string_view text);

/// Bytes of the longest beginning that fits into so many columns, with the
/// combining marks that follow its last character.
std::size_t fitting_bytes(std::string_view text, std::size_t columns);

/// The text if it fits, or its beginning and "…".
std::string cut_to_width(std::string_view text, std::size_t columns);

}  // namespace broadsheet
