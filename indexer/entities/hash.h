// One 64-bit hash of bytes and numbers for the tagger's tables. The model file
// is built with it: a change needs a new model.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "common/text/leading_bytes.h"

namespace broadsheet {

static_assert(std::endian::native == std::endian::little,
              "the model's tables are used in place, in this byte order");

constexpr std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0xd6e8feb86659fd93;
  value ^= value >> 32;
  value *= 0xd6e8feb86659fd93;
  return value ^ (value >> 32);
}

constexpr std::uint64_t combined(std::uint64_t a, std::uint64_t b) {
  return mixed(a * 0x9e3779b97f4a7c15 + b);
}

inline std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = bytes.size();
  while (bytes.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), 8);
    hash = combined(hash, word);
    bytes.remove_prefix(8);
  }
  return combined(hash, few_bytes(bytes));
}

}  // namespace broadsheet
