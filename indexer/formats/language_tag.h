// Declared languages in all their spellings.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// ISO 639-1 of "en-US", "eng", "pt_BR" or "English"; empty if it is none.
std::string language_code(std::string_view declared);

}  // namespace broadsheet
