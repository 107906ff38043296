// Whether and from when a story may be shown, as agencies declare it.
#pragma once

#include <string>
#include <string_view>

#include "common/news/article.h"

namespace broadsheet {

/// "killed", "withheld", "embargoed", or "" for usable and for what is not
/// known; qcodes ("stat:canceled") and all spellings.
std::string status_of(std::string_view declared);

/// Does an editors' note, or the code of its role, tell of a correction?
/// "CORRECTS the name in the 2nd paragraph", "ednoter:correction".
bool tells_correction(std::string_view note);

/// "20240208T123000+0100" and "2024-02-08T12:30:00+01:00" as
/// "20240208113000" in UTC; a time without a zone is taken as UTC, a day
/// without a time from its first second. Empty if it is none of these.
std::string utc_stamp(std::string_view iso);

/// Such a time, from which on a story may be shown.
void read_embargo(std::string_view iso, Article& article);

}  // namespace broadsheet
