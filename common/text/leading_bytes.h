// The first eight bytes of a text, as a number that sorts as they do: it tells
// most texts apart without a look at the texts.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet {

/// Zeros behind the end of a shorter text.
inline std::uint64_t leading_bytes(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t bytes = 0;
  if (text.size() >= sizeof bytes)
    std::memcpy(&bytes, text.data(), sizeof bytes);
  else
    for (std::size_t i = text.size(); i-- > 0;)
      bytes = bytes << 8 | static_cast<unsigned char>(text[i]);
  return __builtin_bswap64(bytes);
}

}  // namespace broadsheet
