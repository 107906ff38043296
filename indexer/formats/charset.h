// Bytes of any encoding into UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// By byte order mark, then by the declared charset (an IANA name; "latin-1"
/// and "ascii" mean windows-1252, as on the web), then as UTF-8, then as what
/// the bytes look like. A byte that is not of a UTF-8 text is read as
/// windows-1252; a text that plainly was made UTF-8 twice is undone once, even
/// if it has lost control characters by it (requoted.h). The result is valid
/// UTF-8 without a mark.
std::string to_utf8(std::string_view bytes, std::string_view declared = {});

/// Do the first bytes look like text of some encoding?
bool looks_like_text(std::string_view head);

}  // namespace broadsheet
