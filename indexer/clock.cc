#include "indexer/clock.h"

#include <fmt/chrono.h>

#include <chrono>
#include <ctime>

namespace broadsheet {
namespace {

std::tm utc(std::int64_t nanoseconds) {
  return fmt::gmtime(static_cast<std::time_t>(nanoseconds / 1'000'000'000));
}

std::optional<std::int64_t> parsed(const std::string& text,
                                   const char* format) {
  std::tm parts{};
  const char* end = ::strptime(text.c_str(), format, &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return std::int64_t{::timegm(&parts)} * 1'000'000'000;
}

}  // namespace

std::int64_t now_nanoseconds() {
  using namespace std::chrono;
  return duration_cast<nanoseconds>(system_clock::now().time_since_epoch())
      .count();
}

std::string iso_utc(std::int64_t nanoseconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", utc(nanoseconds));
}

std::optional<std::int64_t> from_iso_utc(const std::string& text) {
  return parsed(text, "%Y-%m-%dT%H:%M:%SZ");
}

std::string compact_utc(std::int64_t nanoseconds) {
  return fmt::format("{:%Y%m%d%H%M%S}", utc(nanoseconds));
}

std::optional<std::int64_t> from_compact_utc(const std::string& text) {
  return parsed(text, "%Y%m%d%H%M%S");
}

}  // namespace broadsheet
