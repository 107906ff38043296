#include "indexer/clock.h"

#include <fmt/chrono.h>

#include <chrono>

namespace broadsheet {
namespace {

std::tm utc(std::int64_t nanoseconds) {
  return fmt::gmtime(static_cast<std::time_t>(nanoseconds / 1'000'000'000));
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

std::string compact_utc(std::int64_t nanoseconds) {
  return fmt::format("{:%Y%m%d%H%M%S}", utc(nanoseconds));
}

}  // namespace broadsheet
