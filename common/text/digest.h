// 64-bit digests, the same on every machine: XXH3 of the bytes. Not for
// secrets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// The digest of bytes that come in parts; for many, not for a word each.
class Digest {
 public:
  Digest();
  void add(std::string_view bytes);
  std::uint64_t value() const;
  /// 16 hex digits.
  std::string hex() const;

 private:
  alignas(64) std::byte state_[576];  ///< a XXH3_state_t
};

std::uint64_t digest64(std::string_view bytes);
/// 16 hex digits.
std::string hex64(std::uint64_t number);
std::string digest_hex(std::string_view bytes);

}  // namespace broadsheet
