// The time of a run, written the ways reports and slots want it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace broadsheet {

/// Nanoseconds since 1970, as file times are given.
std::int64_t now_nanoseconds();

/// "2026-11-23T02:26:00Z"
std::string iso_utc(std::int64_t nanoseconds);
/// Back again; nothing for what is not written so.
std::optional<std::int64_t> from_iso_utc(const std::string& text);
/// "20261123022600"
std::string compact_utc(std::int64_t nanoseconds);
/// Back again; nothing for what is not written so.
std::optional<std::int64_t> from_compact_utc(const std::string& text);

}  // namespace broadsheet
