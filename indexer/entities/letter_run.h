// Runs of ASCII letters, which most words are: read eight bytes at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet {

struct LetterRun {
  std::size_t size = 0;
  std::size_t uppers = 0;  ///< capitals among them
};

/// The ASCII letters that the text begins with.
inline LetterRun letter_run(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x80 * kOnes;
  constexpr int kSmallBit = 5;  // it tells 'a' from 'A'
  LetterRun run;
  for (; text.size() - run.size >= 8; run.size += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + run.size, 8);
    const std::uint64_t small = (bytes | kOnes << kSmallBit) & ~kHigh;
    // Each letter's highest bit, but no carry from one byte to the next.
    const std::uint64_t letters = (small + (0x80 - 'a') * kOnes) &
                                  ~(small + (0x7F - 'z') * kOnes) & ~bytes &
                                  kHigh;
    const std::uint64_t others = letters ^ kHigh;
    // Below the first of the others all bits are set, above it only theirs.
    const std::uint64_t uppers =
        letters & ~bytes << (7 - kSmallBit) & (others - 1);
    run.uppers += (uppers >> 7) * kOnes >> 56;
    if (others == 0) continue;
    run.size += static_cast<std::size_t>(std::countr_zero(others)) / 8;
    return run;
  }
  for (; run.size < text.size(); ++run.size) {
    const char c = text[run.size];
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z')) return run;
    run.uppers += upper;
  }
  return run;
}

}  // namespace broadsheet
