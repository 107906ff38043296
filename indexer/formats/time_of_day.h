// Lines that tell when a part of a page was written.
#pragma once

#include <string_view>

namespace broadsheet {

/// "16:42", "4.42 p.m. CET", "16h42", "3 hours ago", and nothing else.
bool is_time_of_day(std::string_view line);

}  // namespace broadsheet
