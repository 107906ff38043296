#include "indexer/quantity.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <span>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t factor;
};

constexpr Unit kBytes[] = {
    {"", 1}, {"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}};
constexpr Unit kSeconds[] = {{"s", 1}, {"m", 60}, {"h", 3'600}, {"d", 86'400}};

/// Nothing for what is no number, has another unit, or is beyond all sense.
std::optional<std::uint64_t> amount(std::string_view typed,
                                    std::span<const Unit> units) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 62;
  std::uint64_t number = 0;
  const char* const end = typed.data() + typed.size();
  const auto [rest, error] = std::from_chars(typed.data(), end, number);
  if (error != std::errc()) return std::nullopt;
  if (number == 0 && rest == end) return 0;
  for (const auto& [name, factor] : units)
    if (name == std::string_view(rest, end) && number <= kMost / factor)
      return number * factor;
  return std::nullopt;
}

}  // namespace

std::size_t size_of(std::string_view option, std::string_view typed) {
  if (const auto bytes = amount(typed, kBytes)) return *bytes;
  throw Error(fmt::format("--{} {}: not a size", option, typed),
              "for example 512M");
}

std::chrono::seconds duration_of(std::string_view option,
                                 std::string_view typed) {
  if (const auto seconds = amount(typed, kSeconds))
    return std::chrono::seconds(*seconds);
  throw Error(fmt::format("--{} {}: not a time", option, typed),
              "for example 90s, 30m, 26h or 7d");
}

}  // namespace broadsheet
