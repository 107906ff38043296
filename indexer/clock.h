// The time of a run, written the ways reports and slots want it.
#pragma once

#include <cstdint>
#include <string>

namespace broadsheet {

/// Nanoseconds since 1970, as file times are given.
std::int64_t now_nanoseconds();

/// "2026-11-23T02:26:00Z"
std::string iso_utc(std::int64_t nanoseconds);
/// "20261123022600"
std::string compact_utc(std::int64_t nanoseconds);

}  // namespace broadsheet
