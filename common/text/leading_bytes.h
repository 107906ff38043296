// Up to eight bytes of a text as a number.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet {

static_assert(std::endian::native == std::endian::little);

/// Fewer than eight bytes, the first lowest. Without a loop: some are read
/// twice.
inline std::uint64_t few_bytes(std::string_view text) {
  const std::size_t size = text.size();
  if (size >= 4) {
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, text.data(), 4);
    std::memcpy(&last, text.data() + size - 4, 4);
    return first | std::uint64_t{last} << 8 * (size - 4);
  }
  if (size == 0) return 0;
  const auto byte = [&](std::size_t at) {
    return std::uint64_t{static_cast<unsigned char>(text[at])} << 8 * at;
  };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

/// The first eight bytes, zeros behind a shorter text, as a number that sorts
/// as they do: it tells most texts apart without a look at the texts.
inline std::uint64_t leading_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  if (text.size() >= sizeof bytes)
    std::memcpy(&bytes, text.data(), sizeof bytes);
  else
    bytes = few_bytes(text);
  return __builtin_bswap64(bytes);
}

}  // namespace broadsheet
