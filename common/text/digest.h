// 64-bit digests, the same on every machine: FNV-1a over the bytes, mixed by
// the finalizer of MurmurHash3. Not for secrets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// The digest of bytes that come in parts.
class Digest {
 public:
  void add(std::string_view bytes) {
    std::uint64_t hash = hash_;  // which no byte can be part of
    for (const char c : bytes) hash = with(hash, c);
    hash_ = hash;
  }
  void add(char byte) { hash_ = with(hash_, byte); }
  std::uint64_t value() const;
  /// 16 hex digits.
  std::string hex() const;

 private:
  static std::uint64_t with(std::uint64_t hash, char byte) {
    constexpr std::uint64_t kPrime = 0x100000001b3;
    return (hash ^ static_cast<unsigned char>(byte)) * kPrime;
  }

  std::uint64_t hash_ = 0xcbf29ce484222325;
};

std::uint64_t digest64(std::string_view bytes);
std::string digest_hex(std::string_view bytes);

}  // namespace broadsheet
