// Bytes of a text, sixteen at a time.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <cstdint>

namespace broadsheet {

using SixteenBytes [[gnu::vector_size(16)]] = std::int8_t;

/// A bit for each byte, all of whose bits are set or none; the first's is the
/// lowest.
inline std::uint32_t bits_of(SixteenBytes bytes) {
#ifdef __SSE2__
  return static_cast<std::uint32_t>(
      _mm_movemask_epi8(std::bit_cast<__m128i>(bytes)));
#else
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i) bits |= (bytes[i] & 1U) << i;
  return bits;
#endif
}

}  // namespace broadsheet
