// Letters and digits of ASCII, sixteen bytes of a text at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "common/text/sixteen_bytes.h"

namespace broadsheet {

/// The ASCII letters and digits that a text begins with, the first sixteen of
/// them, folded.
struct PlainRun {
  using Bytes = SixteenBytes;
  static constexpr std::size_t kMost = sizeof(Bytes);

  Bytes folded{};  ///< zeros behind the last
  std::uint32_t size = 0;
  bool letters = false;  ///< are there any?
  bool digits = false;
  std::uint32_t capitals = 0;  ///< bits of those that were, the first lowest

  bool all_capitals() const { return capitals == (1U << size) - 1; }
  std::string_view view() const {
    return {reinterpret_cast<const char*>(&folded), size};
  }
};

/// The bytes of a text too short to be loaded as they stand.
[[gnu::noinline, gnu::cold]] inline PlainRun::Bytes last_bytes(
    std::string_view text) {
  PlainRun::Bytes bytes{};
  std::memcpy(&bytes, text.data(), text.size());
  return bytes;
}

inline PlainRun plain_run(std::string_view text) {
  using Bytes = PlainRun::Bytes;
  using Unsigned [[gnu::vector_size(PlainRun::kMost)]] = std::uint8_t;
  constexpr auto load = [](const void* from) {
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return bytes;
  };
  // Those among the `count` whose last is `last`, which become the greatest.
  constexpr auto among = [](Bytes bytes, char last, int count) {
    const auto moved = std::bit_cast<Unsigned>(bytes) +
                       static_cast<std::uint8_t>(INT8_MAX - last);
    return std::bit_cast<Bytes>(moved) >
           static_cast<std::int8_t>(INT8_MAX - count);
  };
  static constexpr auto kKept = [] {
    std::array<std::int8_t, 2 * PlainRun::kMost> kept{};
    std::ranges::fill_n(kept.begin(), PlainRun::kMost, std::int8_t{-1});
    return kept;
  }();

  const Bytes bytes =
      text.size() >= PlainRun::kMost ? load(text.data()) : last_bytes(text);
  const Bytes lower = bytes | 0x20;
  const auto letters = bits_of(among(lower, 'z', 26));
  const auto digits = bits_of(among(bytes, '9', 10));
  const auto size = static_cast<std::uint32_t>(
      std::countr_zero(~(letters | digits) | 1U << PlainRun::kMost));
  const std::uint32_t run = (1U << size) - 1;
  return {lower & load(kKept.data() + PlainRun::kMost - size), size,
          (letters & run) != 0, (digits & run) != 0,
          letters & run & bits_of(bytes != lower)};
}

}  // namespace broadsheet
