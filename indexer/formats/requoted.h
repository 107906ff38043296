// Quotation marks of which a program has left the first byte alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// "Sulaâs mayor: âIt is full.â" as "Sula’s mayor: “It is full.”": a UTF-8 text
/// that was read as ISO 8859-1 and has lost the control characters that this
/// made of apostrophes, quotation marks and dashes. What each was, its place
/// tells. Nothing if any character beyond ASCII is of another kind, or none
/// stands where only such a mark can.
std::optional<std::string> requoted(std::string_view text);

}  // namespace broadsheet
